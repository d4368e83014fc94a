/** Where each of these heights begins, one below the other; the last number is where they all end. */
export function topsOf(heights: readonly number[]): Float64Array {
  const tops = new Float64Array(heights.length + 1);
  for (const [index, height] of heights.entries()) tops[index + 1] = (tops[index] ?? 0) + height;
  return tops;
}

/** The numbers of the rows that are, in part at least, between two heights; and of one that is kept wherever it is. */
export function rowsBetween(tops: Float64Array, from: number, to: number, kept = -1): readonly number[] {
  const count = tops.length - 1;
  const first = Math.max(0, firstAbove(tops, from) - 1);
  const end = Math.min(count, firstAbove(tops, to));
  const rows: number[] = [];
  if (kept >= 0 && kept < first) rows.push(kept);
  for (let index = first; index < end; index += 1) rows.push(index);
  if (kept >= Math.max(first, end) && kept < count) rows.push(kept);
  return rows;
}

/** The number of the first row that begins above this height, counted from the top. */
function firstAbove(tops: Float64Array, height: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tops[middle] ?? 0) > height) high = middle;
    else low = middle + 1;
  }
  return low;
}
