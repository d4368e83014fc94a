/** Something that shows a growing answer. */
export interface Contender {
  /** The answer up to now. Once `finished`, no more of it will come. */
  show(text: string, finished: boolean): void;
  /** The same, and it is in the page when this returns. Not needed where `show` does so. */
  showNow?(text: string, finished: boolean): void;
  /** It gathers what it is told by itself, so it is told of every chunk and not once a frame. */
  readonly gathers?: boolean;
}

export type Create = (element: HTMLElement) => Contender;
