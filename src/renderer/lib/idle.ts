/** What waits for a calm moment in a busy window waits no longer than this, in milliseconds. */
const LONGEST = 500;

/** Resolves when what has changed is painted and the window has nothing to do, or, where that never is, in a moment. */
export function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: LONGEST }));
}
