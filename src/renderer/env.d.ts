import type { Bridge } from '../shared/bridge';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }

  interface HTMLElement {
    /** In Chromium; not yet in TypeScript's own types. */
    ariaNotify?(announcement: string, options?: { priority?: 'normal' | 'high' }): void;
  }
}
