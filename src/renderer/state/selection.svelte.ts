import { idSet, toggled } from '../lib/ids';

/** The chats that one has chosen together. */
export class Selection {
  ids = $state.raw(idSet());
  /** From where a range is chosen. */
  #anchor: string | null = null;

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** From here the next range is chosen. */
  anchorAt(id: string): void {
    this.#anchor = id;
  }

  toggle(id: string): void {
    this.ids = toggled(this.ids, id);
    this.#anchor = id;
  }

  /** All between where the last choice began, or else the fallback, and this one, in the order listed. */
  extendTo(id: string, listed: readonly string[], fallback: string | null = null): void {
    this.#anchor ??= fallback;
    const to = listed.indexOf(id);
    if (to === -1) return;
    const from = this.#anchor === null ? -1 : listed.indexOf(this.#anchor);
    if (from === -1) this.#anchor = id;
    const begin = from === -1 ? to : from;
    this.ids = idSet(listed.slice(Math.min(begin, to), Math.max(begin, to) + 1));
  }

  all(listed: readonly string[]): void {
    this.ids = idSet(listed);
  }

  clear(): void {
    if (this.ids.size > 0) this.ids = idSet();
  }
}
