import remend from 'remend';
import { blocksFrom } from './blocks';
import { OpenFence } from './open-fence';
import type { Cited } from './marks';
import { noDefinitions, scratch } from './parse';
import { parserFor } from './parser';
import { share } from './share';
import type { Block } from './tree';

/** A tail that took longer than this to read, in milliseconds, is read again after a rest this many times as long. */
const SLOW_MS = 8;
const REST = 4;
/** To close what is half written costs more than to read it; a tail longer than this stays as it is. */
const MAX_HEALED = 8000;

/**
 * A text that is being written, as blocks.
 *
 * A block is finished once another has begun behind it: it is read once more, as it stands, and then stays
 * the same object. Only what is behind the finished ones is read again, with its half-written marks closed.
 */
export class GrowingText {
  readonly #dollarMaths: boolean;
  #sources: readonly Cited[] = [];
  #text = '';
  /** Up to here the text is finished. */
  #done = 0;
  #finished: readonly Block[] = [];
  #known = noDefinitions();
  #shown: readonly Block[] = [];
  #restsUntil = 0;
  /** The fence that is open at the end. */
  #fence: OpenFence | null = null;

  constructor(dollarMaths = true) {
    this.#dollarMaths = dollarMaths;
  }

  /** The blocks of what is written so far. */
  read(text: string, sources: readonly Cited[] = []): readonly Block[] {
    this.#sources = sources;
    const start = performance.now();
    if (text === this.#text || start < this.#restsUntil) return this.#shown;
    if (!text.startsWith(this.#text)) this.#restart();
    this.#text = text;
    this.#fence = this.#fence?.grown(text) ?? null;
    this.#shown = this.#fence ? [...this.#finished, this.#fence.block] : this.#readTail();
    const took = performance.now() - start;
    this.#restsUntil = took > SLOW_MS ? start + took * (1 + REST) : 0;
    return this.#shown;
  }

  /** The blocks of the whole text. What was right already stays the same object. */
  finish(text: string, sources: readonly Cited[] = []): readonly Block[] {
    this.#sources = sources;
    if (!text.startsWith(this.#text)) this.#restart();
    const defines = this.#known.notes.size > 0 || Object.keys(this.#known.references).length > 0;
    // What is finished depends on nothing else, unless something is defined that it may have used before.
    const from = defines || text.includes(']:', this.#done) ? 0 : this.#done;
    const known = noDefinitions();
    const rest = this.#blocks(
      this.#parse(text.slice(from), known, false),
      text.slice(from),
      known.notes,
      false,
    );
    this.#text = text;
    this.#fence = null;
    this.#restsUntil = 0;
    this.#shown = share(this.#shown, from === 0 ? rest : [...this.#finished, ...rest]);
    return this.#shown;
  }

  #restart(): void {
    this.#text = '';
    this.#done = 0;
    this.#finished = [];
    this.#known = noDefinitions();
    this.#fence = null;
    this.#restsUntil = 0;
  }

  #readTail(): readonly Block[] {
    const tail = this.#text.slice(this.#done);
    const healed = tail.length > MAX_HEALED ? tail : remend(tail, { katex: false, htmlTags: false });
    const known = scratch(this.#known);
    const tokens = this.#parse(healed, known, true);
    // A line that is not complete may yet turn out to belong to the block before it.
    const lines = tail.split('\n').length - 1;
    const last = tokens.findLastIndex(
      ({ level, map, nesting }) => level === 0 && nesting !== -1 && map !== null && map[0] < lines,
    );
    const cut = offsetOfLine(tail, tokens[last]?.map?.[0] ?? 0);
    if (cut > 0) this.#finish(tail.slice(0, cut));
    const open = this.#blocks(cut > 0 ? tokens.slice(last) : tokens, healed, known.notes, true);
    const [only] = open;
    if (open.length === 1 && only?.kind === 'code') this.#fence = OpenFence.at(this.#text, this.#done, only);
    return [...this.#finished, ...share(this.#shown.slice(this.#finished.length), open)];
  }

  #finish(text: string): void {
    const tokens = this.#parse(text, this.#known, true);
    const blocks = this.#blocks(tokens, text, this.#known.notes, true);
    const from = this.#finished.length;
    this.#finished = [...this.#finished, ...share(this.#shown.slice(from, from + blocks.length), blocks)];
    this.#done += text.length;
  }

  #parse(text: string, known: ReturnType<typeof noDefinitions>, growing: boolean) {
    return parserFor(this.#dollarMaths).parse(text, { ...known, growing });
  }

  #blocks(
    tokens: Parameters<typeof blocksFrom>[0],
    text: string,
    notes: ReadonlySet<string>,
    growing: boolean,
  ) {
    return blocksFrom(tokens, text, { notes, growing, sources: this.#sources });
  }
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed += 1) offset = text.indexOf('\n', offset) + 1;
  return offset;
}
