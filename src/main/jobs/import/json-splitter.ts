import { StringDecoder } from 'node:string_decoder';
import { Unreadable } from './refusal';
import { words } from '../../../shared/words';

/** From the top of the file to a value: names and numbers. */
export type Path = readonly (string | number)[];
export type Kind = 'object' | 'array' | 'other';
/** What is done with a value: it is taken whole, looked into, or passed over. */
export type Wish = 'take' | 'into' | 'pass';

export interface Piece {
  readonly path: Path;
  readonly value: unknown;
  /** Its first byte. */
  readonly at: number;
}

export interface SplitterOptions {
  readonly wish: (path: Path, kind: Kind) => Wish;
  /** The most bytes that a piece may have. */
  readonly most: number;
}

/** A container that is being looked into. */
interface Level {
  readonly kind: 'object' | 'array';
  step: string | number;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'next' | 'nothing';

/** A value that is being taken or passed over. */
interface Run {
  readonly path: Path;
  readonly at: number;
  /** Null: it is passed over. A name of a member is taken, too. */
  readonly taken: Buffer[] | null;
  readonly key: boolean;
  bytes: number;
  depth: number;
  quoted: boolean;
  escaped: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const [OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [0x7b, 0x7d, 0x5b, 0x5d];
const blank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** A quote, a sign, a digit, or the first letter of `true`, `false` and `null`. */
const SCALAR = /["\-0-9tfn]/;
/** What some programs begin a file with. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const MOST_KEY = 65_536;

/**
 * Cuts a JSON file of any size into its values, while it arrives.
 *
 * It finds where a value ends and leaves its reading to `JSON.parse`, so it keeps no more than one piece in memory.
 * What lies between the pieces it checks itself.
 */
export class JsonSplitter {
  readonly #options: SplitterOptions;
  readonly #levels: Level[] = [];
  #expected: Expected = 'value';
  #run: Run | null = null;
  /** Of the first byte of the present chunk. */
  #offset = 0;
  #found: Piece | null = null;

  constructor(options: SplitterOptions) {
    this.#options = options;
  }

  /** The pieces that this chunk completes. */
  *feed(chunk: Buffer): Generator<Piece> {
    let index = 0;
    while (index < chunk.length) {
      if (this.#run) index = this.#follow(this.#run, chunk, index);
      else if (this.#look(chunk.readUInt8(index), this.#offset + index)) index += 1;
      yield* this.#taken();
    }
    this.#offset += chunk.length;
  }

  /** What a number at the very end completes. Throws where the file ends too soon. */
  *end(): Generator<Piece> {
    const run = this.#run;
    if (run && run.depth === 0 && !run.quoted && this.#levels.length === 0) this.#finish(run);
    if (this.#expected !== 'nothing')
      throw new Unreadable(words.transfer.refusals.endsTooSoon, { at: this.#offset });
    yield* this.#taken();
  }

  *#taken(): Generator<Piece> {
    if (this.#found) yield this.#found;
    this.#found = null;
  }

  /** False where the byte begins a run and is to be read again as part of it. */
  #look(byte: number, at: number): boolean {
    if (blank(byte) || byte === BYTE_ORDER_MARK[at]) return true;
    const level = this.#levels.at(-1);
    const closes = byte === (level?.kind === 'array' ? ARRAY_END : OBJECT_END);
    switch (this.#expected) {
      case 'value':
      case 'value-or-end':
        if (this.#expected === 'value-or-end' && closes) return this.#close();
        return this.#beginValue(byte, at);
      case 'key':
      case 'key-or-end':
        if (this.#expected === 'key-or-end' && closes) return this.#close();
        if (byte !== QUOTE) throw new Unreadable(words.transfer.refusals.noName, { at });
        this.#run = startOf([], at, { taken: [], key: true });
        return false;
      case 'colon':
        if (byte !== COLON) throw new Unreadable(words.transfer.refusals.noColon, { at });
        this.#expected = 'value';
        return true;
      case 'next':
        if (closes) return this.#close();
        if (byte !== COMMA || !level) throw new Unreadable(words.transfer.refusals.noComma, { at });
        if (typeof level.step === 'number') level.step += 1;
        this.#expected = level.kind === 'array' ? 'value' : 'key';
        return true;
      case 'nothing':
        throw new Unreadable(words.transfer.refusals.afterEnd, { at });
    }
  }

  #beginValue(byte: number, at: number): boolean {
    const kind = byte === OBJECT ? 'object' : byte === ARRAY ? 'array' : 'other';
    if (kind === 'other' && !SCALAR.test(String.fromCharCode(byte)))
      throw new Unreadable(words.transfer.refusals.notJson, { at });
    const path = this.#levels.map(({ step }) => step);
    const wish = this.#options.wish(path, kind);
    if (wish === 'into' && kind !== 'other') {
      this.#levels.push({ kind, step: kind === 'array' ? 0 : '' });
      this.#expected = kind === 'array' ? 'value-or-end' : 'key-or-end';
      return true;
    }
    this.#run = startOf(path, at, { taken: wish === 'take' ? [] : null, key: false });
    return false;
  }

  #close(): true {
    this.#levels.pop();
    this.#expected = this.#levels.length === 0 ? 'nothing' : 'next';
    return true;
  }

  /** Reads on in a run; answers with where the rest of the chunk begins. */
  #follow(run: Run, chunk: Buffer, from: number): number {
    const end = endOf(run, chunk, from);
    const to = end ?? chunk.length;
    run.bytes += to - from;
    const most = run.key ? MOST_KEY : this.#options.most;
    if (run.taken) {
      if (run.bytes > most)
        throw new Unreadable(words.transfer.refusals.tooLarge, { problem: 'too-large', at: run.at });
      run.taken.push(chunk.subarray(from, to));
    }
    if (end !== null) this.#finish(run);
    return to;
  }

  #finish(run: Run): void {
    this.#run = null;
    if (run.key) {
      const level = this.#levels.at(-1);
      if (level) level.step = String(parse(run));
      this.#expected = 'colon';
      return;
    }
    this.#expected = this.#levels.length === 0 ? 'nothing' : 'next';
    if (run.taken) this.#found = { path: run.path, value: parse(run), at: run.at };
  }
}

function startOf(path: Path, at: number, { taken, key }: Pick<Run, 'taken' | 'key'>): Run {
  return { path, at, taken, key, bytes: 0, depth: 0, quoted: false, escaped: false };
}

/** Where a run ends in this chunk, just after its last byte; null where it goes on. */
function endOf(run: Run, chunk: Buffer, from: number): number | null {
  let { depth, quoted, escaped } = run;
  let end: number | null = null;
  for (let index = from; end === null && index < chunk.length; index += 1) {
    const byte = chunk[index] ?? 0;
    if (quoted) {
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = true;
      else if (byte === QUOTE) {
        quoted = false;
        if (depth === 0) end = index + 1;
      }
    } else if (byte === QUOTE) quoted = true;
    else if (byte === OBJECT || byte === ARRAY) depth += 1;
    else if (byte === OBJECT_END || byte === ARRAY_END) {
      if (depth === 0) end = index;
      else if ((depth -= 1) === 0) end = index + 1;
    } else if (depth === 0 && (byte === COMMA || blank(byte))) end = index;
  }
  Object.assign(run, { depth, quoted, escaped });
  return end;
}

function parse({ taken, at }: Run): unknown {
  const bytes = Buffer.concat(taken ?? []);
  const text = new StringDecoder('utf8').end(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    const told = thrown instanceof Error ? /position (\d+)/.exec(thrown.message)?.[1] : undefined;
    const before = told === undefined ? 0 : Buffer.byteLength(text.slice(0, Number(told)));
    throw new Unreadable(words.transfer.refusals.notJson, { at: at + before });
  }
}
