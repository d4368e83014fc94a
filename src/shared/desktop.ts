/** What the system around the app gives it. */
export interface DesktopState {
  /** Whether the system gives the key that opens the small window. */
  readonly quickAsk: 'off' | 'ready' | 'refused';
  /** The keys that are asked for, as Electron names them. */
  readonly quickAskKeys: string;
  /** Whether the app opens when one logs in; null where the system cannot be asked. */
  readonly openAtLogin: boolean | null;
}
