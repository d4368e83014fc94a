import remend from 'remend';
import { Looks, partOf } from '../lib/own-text';
import { blocksFrom } from '../../shared/markdown/blocks';
import { definitionsIn } from './definitions';
import type { Cited } from '../../shared/markdown/marks';
import { OpenFence } from './open-fence';
import { type Definitions, noDefinitions, scratch } from '../../shared/markdown/parse';
import { parserFor } from '../../shared/markdown/parser';
import { share } from './share';
import type { Block } from '../../shared/markdown/tree';

/** So much text is read in one go. A longer block is cut at the end of a line, or of a word where it has no lines. */
const WINDOW = 12_000;
/** The first window is this small and each next one twice as long, so that the first blocks are there soon. */
const FIRST_WINDOW = 1500;
/** A paragraph that is cut is cut into parts of this length: what stands in a line may be far more than letters. */
const PARAGRAPH = 4000;
/** A table may be so long before it is cut. */
const TABLE = 32_000;
/** After so much time, in milliseconds, the rest is left for the next frame. */
const BUDGET_MS = 8;
/** A tail that took longer is read again only after a rest this many times as long. */
const REST = 4;
/** To close what is half written costs more than to read it; a tail longer than this stays as it is. */
const MAX_HEALED = 8000;

/**
 * A text that is being written, as blocks.
 *
 * A block is finished once another has begun behind it: it is read once more, as it stands, and then stays
 * the same object. Only what is behind the finished ones is read again, with its half-written marks closed.
 * However long the text is, one call takes a few milliseconds; what is left then is told by {@link behind}.
 */
export class GrowingText {
  readonly #dollarMaths: boolean;
  readonly #looks = new Looks();
  #sources: readonly Cited[] = [];
  /** As it was handed over last. */
  #given = '';
  #text = '';
  #final = false;
  /** Up to here the text is finished. */
  #done = 0;
  /** The head of a table that was cut, which its next rows are read with. */
  #head = '';
  #finished: readonly Block[] = [];
  #known = noDefinitions();
  #shown: readonly Block[] = [];
  #restsUntil = 0;
  #window = FIRST_WINDOW;
  #behind = false;
  /** The fence that is open at the end. */
  #fence: OpenFence | null = null;
  /** Reads the whole once more, where something is defined that was used before. */
  #again: GrowingText | null = null;

  constructor(dollarMaths = true) {
    this.#dollarMaths = dollarMaths;
  }

  /** The same call would come further. */
  get behind(): boolean {
    return this.#behind;
  }

  /** The blocks as they were read last. */
  get shown(): readonly Block[] {
    return this.#shown;
  }

  /** The blocks of what is written so far. */
  read(text: string, sources: readonly Cited[] = []): readonly Block[] {
    const start = performance.now();
    this.#sources = sources;
    if (start < this.#restsUntil || (text === this.#given && !this.#behind)) {
      this.#behind = text !== this.#given;
      return this.#shown;
    }
    this.#begin(text, false);
    this.#fence = this.#fence?.grown(this.#text) ?? null;
    this.#shown = this.#fence ? [...this.#finished, this.#fence.block] : this.#advance(start);
    const took = performance.now() - start;
    this.#restsUntil = took > BUDGET_MS && !this.#behind ? start + took * (1 + REST) : 0;
    return this.#shown;
  }

  /** The blocks of the whole text. What was right already stays the same object. */
  finish(text: string, sources: readonly Cited[] = []): readonly Block[] {
    const start = performance.now();
    this.#sources = sources;
    this.#restsUntil = 0;
    if (this.#again) return this.#finishAgain(text);
    if (this.#final && text === this.#given && !this.#behind) return this.#shown;
    if (this.#done > 0 && !this.#final && this.#definesAnything(text)) {
      this.#again = new GrowingText(this.#dollarMaths);
      return this.#finishAgain(text);
    }
    this.#begin(text, true);
    this.#fence = null;
    this.#shown = share(this.#shown, this.#advance(start));
    return this.#shown;
  }

  #finishAgain(text: string): readonly Block[] {
    const again = this.#again;
    const blocks = again?.finish(text, this.#sources) ?? [];
    this.#behind = again?.behind ?? false;
    if (!this.#behind) this.#shown = share(this.#shown, blocks);
    return this.#shown;
  }

  #definesAnything(text: string): boolean {
    const { notes, references } = this.#known;
    return notes.size > 0 || Object.keys(references).length > 0 || text.includes(']:', this.#done);
  }

  #begin(given: string, final: boolean): void {
    const text = given === this.#given ? this.#text : this.#looks.into(given);
    if (!text.startsWith(this.#text) || (this.#final && !final)) {
      this.#done = 0;
      this.#head = '';
      this.#finished = [];
      this.#known = noDefinitions();
      this.#fence = null;
      this.#again = null;
    }
    this.#given = given;
    this.#text = text;
    this.#final = final;
    // A text that is read at once finds its definitions by itself.
    if (final && this.#done === 0 && text.length > WINDOW) definitionsIn(text, this.#parser, this.#known);
  }

  /** Reads on, block by block, and then what is open at the end. */
  #advance(start: number): readonly Block[] {
    this.#behind = false;
    while (this.#text.length - this.#done > WINDOW) {
      this.#finishWindow();
      if (this.#fence) return [...this.#finished, this.#fence.block];
      this.#behind = performance.now() - start > BUDGET_MS && this.#done < this.#text.length;
      if (this.#behind) return this.#finished;
    }
    return this.#final ? this.#readEnd() : this.#readTail();
  }

  /** Finishes the blocks of a window; of one that is longer, as many lines as fit. */
  #finishWindow(size = this.#window): void {
    this.#window = Math.min(WINDOW, 2 * this.#window);
    const window = this.#head + partOf(this.#text, this.#done, this.#done + size);
    const tokens = this.#parse(window, scratch(this.#known), true);
    const last = tokens.findLast(({ level, map, nesting }) => level === 0 && nesting !== -1 && map !== null);
    const cut = offsetOfLine(window, last?.map?.[0] ?? 0);
    if (cut > this.#head.length) return this.#finish(window.slice(0, cut));
    if (last?.type === 'fence' && this.#finishFence()) return;
    if (size < WINDOW) return this.#finishWindow(WINDOW);
    if (last?.type === 'table_open' && size === WINDOW) return this.#finishWindow(TABLE);
    const part = last?.type === 'paragraph_open' ? window.slice(0, this.#head.length + PARAGRAPH) : window;
    this.#finish(part.slice(0, endOfPart(part, this.#head.length)));
    if (last?.type === 'table_open') this.#head = /^[^\n]*\n[^\n]*\n/.exec(window)?.[0] ?? '';
  }

  /** A fence needs no window, however long it is. */
  #finishFence(): boolean {
    const fence = OpenFence.at(this.#text, this.#done);
    if (!fence) return false;
    if (fence.closedAt === null && !this.#final) this.#fence = fence;
    else this.#take([fence.block], (fence.closedAt ?? this.#text.length) - this.#done);
    return true;
  }

  #readEnd(): readonly Block[] {
    const rest = this.#head + partOf(this.#text, this.#done);
    const blocks = this.#blocks(this.#parse(rest, this.#known, false), rest, this.#known.notes);
    return [...this.#finished, ...this.#withoutHead(blocks)];
  }

  #readTail(): readonly Block[] {
    const tail = this.#head + partOf(this.#text, this.#done);
    const healed = tail.length > MAX_HEALED ? tail : remend(tail, { katex: false, htmlTags: false });
    const known = scratch(this.#known);
    const tokens = this.#parse(healed, known, true);
    // A line that is not complete may yet turn out to belong to the block before it.
    const lines = tail.split('\n').length - 1;
    const last = tokens.findLastIndex(
      ({ level, map, nesting }) => level === 0 && nesting !== -1 && map !== null && map[0] < lines,
    );
    const cut = offsetOfLine(tail, tokens[last]?.map?.[0] ?? 0);
    if (cut > this.#head.length) this.#finish(tail.slice(0, cut));
    const open = this.#blocks(cut > 0 ? tokens.slice(last) : tokens, healed, known.notes);
    const [only] = open;
    if (open.length === 1 && only?.kind === 'code' && !only.closed)
      this.#fence = OpenFence.at(this.#text, this.#done);
    return [...this.#finished, ...share(this.#shown.slice(this.#finished.length), this.#withoutHead(open))];
  }

  /** Takes blocks as finished; `text` may begin with the head of a table that was cut. */
  #finish(text: string): void {
    const length = text.length - this.#head.length;
    const blocks = this.#blocks(this.#parse(text, this.#known, !this.#final), text, this.#known.notes);
    const taken = this.#withoutHead(blocks);
    this.#head = '';
    this.#take(taken, length);
  }

  #take(blocks: readonly Block[], length: number): void {
    const from = this.#finished.length;
    this.#finished = [...this.#finished, ...share(this.#shown.slice(from, from + blocks.length), blocks)];
    this.#done += length;
  }

  /** A table that had ended where it was cut leaves nothing but its head. */
  #withoutHead(blocks: readonly Block[]): readonly Block[] {
    const [first] = blocks;
    const ended = this.#head !== '' && first?.kind === 'table' && first.rows.length === 0;
    return ended ? blocks.slice(1) : blocks;
  }

  get #parser() {
    return parserFor(this.#dollarMaths);
  }

  #parse(text: string, known: Definitions, growing: boolean) {
    return this.#parser.parse(text, { ...known, growing });
  }

  #blocks(tokens: Parameters<typeof blocksFrom>[0], text: string, notes: ReadonlySet<string>) {
    return blocksFrom(tokens, text, { notes, growing: !this.#final, sources: this.#sources });
  }
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed += 1) offset = text.indexOf('\n', offset) + 1;
  return offset;
}

/** The end of the last whole line of a window; where it has none, of its last word. */
function endOfPart(window: string, from: number): number {
  const line = window.lastIndexOf('\n') + 1;
  if (line > from) return line;
  const word = window.lastIndexOf(' ') + 1;
  if (word > from) return word;
  const last = window.charCodeAt(window.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? window.length - 1 : window.length;
}
