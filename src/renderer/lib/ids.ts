/** Sets of ids are never changed, only replaced: so whoever looks at one notices. */
export function idSet(ids: Iterable<string> = []): ReadonlySet<string> {
  return new Set(ids);
}

/** With this one, or without it where it was there. */
export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? idSet([...ids].filter((other) => other !== id)) : idSet([...ids, id]);
}

export function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
