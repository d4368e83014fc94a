/**
 * Parts in groups; a group whose parts are the same as before is the same object.
 *
 * So a long list that grows at its end is compared group by group, and not part by part.
 */
export class Groups<T> {
  readonly #size: number;
  readonly #same: (one: T, other: T) => boolean;
  #groups: readonly (readonly T[])[] = [];
  /** The number of the first of them. */
  #first = 0;

  constructor(size: number, same: (one: T, other: T) => boolean = Object.is) {
    this.#size = size;
    this.#same = same;
  }

  /** Where `missing` parts before these are not there, groups are as if they were; those that lack all are left out. */
  of(parts: readonly T[], missing = 0): readonly (readonly T[])[] {
    const first = Math.floor(missing / this.#size);
    const count = Math.ceil((missing + parts.length) / this.#size) - first;
    const known = (index: number) => this.#groups[first + index - this.#first];
    const groups = Array.from({ length: count }, (_, index) => {
      const from = (first + index) * this.#size - missing;
      return this.#group(parts, Math.max(0, from), from + this.#size, known(index));
    });
    this.#first = first;
    return (this.#groups = groups);
  }

  #group(parts: readonly T[], from: number, end: number, known: readonly T[] | undefined): readonly T[] {
    const to = Math.min(end, parts.length);
    const same =
      known?.length === to - from &&
      known.every((part, at) => {
        const now = parts[from + at];
        return now !== undefined && this.#same(part, now);
      });
    return same ? known : parts.slice(from, to);
  }
}
