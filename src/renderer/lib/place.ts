/** A place in a conversation that stays the same while what is around it changes its height. */
export interface Place {
  /** The turn at the top edge of what one sees, by the id of its question. */
  readonly turn: string;
  /** How far of it is above that edge, in pixels. */
  readonly offset: number;
}
