/** The way back from something that was done. */
export interface WayBack {
  /** What it was done to, where that is one thing with a name. */
  readonly subject?: string | undefined;
  /** In the language that is spoken when it is read. */
  readonly text: string;
  /** The chat that one may want to see again. */
  readonly opens?: string | undefined;
  readonly back: () => Promise<void>;
}

/** What was done last, as long as it can be taken back at once. */
export class Undo {
  last = $state.raw<WayBack | null>(null);

  offer(way: WayBack): void {
    this.last = way;
  }

  /** The time to take it back is over. */
  forget(way: WayBack): void {
    if (this.last === way) this.last = null;
  }

  async take(way: WayBack): Promise<void> {
    this.forget(way);
    await way.back();
  }
}
