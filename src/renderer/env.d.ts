import type { Bridge } from '../shared/bridge';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }

  /** In Chromium; not yet in TypeScript's own types. What it makes is taken where an address is. */
  const trustedTypes: {
    createPolicy(
      name: string,
      rules: { createScriptURL: (text: string) => string },
    ): { createScriptURL(text: string): URL };
  };

  interface HTMLElement {
    /** In Chromium; not yet in TypeScript's own types. */
    ariaNotify?(announcement: string, options?: { priority?: 'normal' | 'high' }): void;
  }
}
