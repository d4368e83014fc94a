/**
 * Parts in groups; a group whose parts are the same as before is the same object.
 *
 * So a long list that grows at its end is compared group by group, and not part by part.
 */
export class Groups<T> {
  readonly #size: number;
  readonly #same: (one: T, other: T) => boolean;
  #groups: readonly (readonly T[])[] = [];

  constructor(size: number, same: (one: T, other: T) => boolean = Object.is) {
    this.#size = size;
    this.#same = same;
  }

  of(parts: readonly T[]): readonly (readonly T[])[] {
    const count = Math.ceil(parts.length / this.#size);
    this.#groups = Array.from({ length: count }, (_, index) => this.#group(parts, index));
    return this.#groups;
  }

  #group(parts: readonly T[], index: number): readonly T[] {
    const from = index * this.#size;
    const to = Math.min(from + this.#size, parts.length);
    const known = this.#groups[index];
    const same =
      known?.length === to - from &&
      known.every((part, at) => {
        const now = parts[from + at];
        return now !== undefined && this.#same(part, now);
      });
    return same ? known : parts.slice(from, to);
  }
}
