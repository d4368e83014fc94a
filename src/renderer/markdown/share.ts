/**
 * The new tree, with every part of the old one that has not changed.
 *
 * What is the same object as before is not drawn again, so a selection in it stays.
 */
export function share<T>(before: unknown, after: T): T {
  if (before === after || typeof after !== 'object' || after === null) return after;
  if (typeof before !== 'object' || before === null) return after;
  return Array.isArray(after) ? shareList(before, after) : shareParts(before, after);
}

function shareList<T extends readonly unknown[]>(before: object, after: T): T {
  if (!Array.isArray(before)) return after;
  const shared = after.map((value, index) => share(before[index], value));
  const same = before.length === shared.length && shared.every((value, index) => value === before[index]);
  // The same type comes out: each value is the new one or equals it.
  return (same ? before : shared) as unknown as T;
}

function shareParts<T extends object>(before: object, after: T): T {
  const old: Record<string, unknown> = { ...before };
  const entries = Object.entries(after).map(
    ([key, value]: [string, unknown]) => [key, share(old[key], value)] as const,
  );
  const same =
    entries.length === Object.keys(old).length && entries.every(([key, value]) => value === old[key]);
  return (same ? before : Object.fromEntries(entries)) as T;
}
