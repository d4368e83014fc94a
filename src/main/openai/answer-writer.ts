import type { Part } from '../../shared/parts';
import type { AnswerEvent } from '../services/chat-model';

/** A part as it is told before its place is known. */
type Unplaced<P> = P extends Part ? Omit<P, 'at'> & Partial<Pick<P, 'at'>> : never;
export type NewPart = Unplaced<Part>;

/** Puts an answer together: words one after another, and parts beside them, each known by a key of its API's. */
export class AnswerWriter {
  #events: AnswerEvent[] = [];
  #length = 0;
  /** The text that grew last. */
  #last: string | null = null;
  readonly #said = new Map<string, { readonly start: number; readonly text: string }>();
  readonly #parts = new Map<string, { readonly index: number; readonly part: Part }>();

  /** What has happened since it was last asked. */
  take(): readonly AnswerEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** A text goes on. Two texts are two paragraphs. */
  say(key: string, text: string): void {
    if (text === '') return;
    const gap = this.#last === null || this.#last === key ? '' : '\n\n';
    this.#last = key;
    const before = this.#said.get(key);
    this.#said.set(key, {
      start: before?.start ?? this.#length + gap.length,
      text: (before?.text ?? '') + text,
    });
    this.#length += gap.length + text.length;
    this.#events.push({ type: 'text', text: gap + text });
  }

  /** A text is over, and this is all of it: what did not come piece by piece comes now. */
  settle(key: string, text: string): void {
    const said = this.said(key);
    if (text.length > said.length && text.startsWith(said)) this.say(key, text.slice(said.length));
  }

  said(key: string): string {
    return this.#said.get(key)?.text ?? '';
  }

  /** Where a place in a text is among all the words so far. */
  placeIn(key: string, offset: number): number {
    return Math.min(this.#length, (this.#said.get(key)?.start ?? this.#length) + offset);
  }

  part(key: string): Part | undefined {
    return this.#parts.get(key)?.part;
  }

  /** A part is new, or is now as it says; it stays where it was put first. */
  put(key: string, part: NewPart): void {
    const known = this.#parts.get(key);
    const index = known?.index ?? this.#parts.size;
    // The compiler does not see that a kind with its place is a part of that kind.
    const placed = { ...part, at: known?.part.at ?? part.at ?? this.#length } as Part;
    this.#parts.set(key, { index, part: placed });
    this.#events.push({ type: 'part', index, part: placed });
  }

  /** The text of a part goes on. */
  grow(key: string, text: string): void {
    const known = this.#parts.get(key);
    if (!known || !('text' in known.part) || text === '') return;
    const { index, part } = known;
    this.#parts.set(key, { index, part: { ...part, text: part.text + text } });
    this.#events.push({ type: 'part-text', index, text });
  }
}
