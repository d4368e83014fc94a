/** Resolves when what has changed is painted and the window has nothing to do; after `longest` milliseconds at the latest. */
export function idle(longest: number): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: longest }));
}
