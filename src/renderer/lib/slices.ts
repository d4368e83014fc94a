/** A frame has 16 ms, and what is typed must be seen in it. */
const SLICE_MS = 4;

/**
 * Does something with each of many, and lets the window breathe in between.
 *
 * False when it was left because nobody wants it any longer.
 */
export async function inSlices<T>(
  items: readonly T[],
  act: (item: T, index: number) => void,
  wanted: () => boolean,
): Promise<boolean> {
  let begun = performance.now();
  for (const [index, item] of items.entries()) {
    act(item, index);
    if (performance.now() - begun < SLICE_MS) continue;
    await scheduler.yield();
    if (!wanted()) return false;
    begun = performance.now();
  }
  return true;
}
