/** What the app is made of, by its versions, and the system that it runs on. */
export interface AboutFacts {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly sqlite: string;
  readonly os: string;
}

/** What the shell around the app knows of itself. */
export interface Product extends Omit<AboutFacts, 'sqlite'> {
  readonly locale: string;
  /** How many pixels of the screen one of the window is. */
  readonly scale: number;
  /** The end of the log of mistakes. */
  readonly log: string;
}
