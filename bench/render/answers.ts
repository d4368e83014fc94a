/**
 * Answers as models write them, the same at every run: headings, lists, tables, quotes, links, formulas, code.
 *
 * Marks (`zq0x`, `zq1x`, …) stand in them, by which a page can tell how much of an answer it shows.
 */
import { snippets } from './snippets.ts';

export interface Answer {
  readonly text: string;
  readonly marks: number;
}

interface Size {
  readonly seed: number;
  readonly length: number;
  readonly fences: number;
  /** Characters of the one long fence. */
  readonly longFence: number;
}

const WORDS =
  `the a of to and in is for with that on as are this by be an it or from at which can will not has when each than
  more its we you data value function request response stream token model cache index query state event frame render
  layout memory thread queue worker message buffer parser block line table list update client server socket timeout
  retry backoff latency throughput budget measure compare result error handler schema migration commit branch deploy
  config option default example pattern design approach tradeoff simple complex fast slow large small first second
  final partial complete incremental however therefore because although instead usually often rarely always never`.split(
    /\s+/,
  );
const NAMES = [
  'parseBlock',
  'flushQueue',
  'renderTail',
  'mergeRows',
  'openStore',
  'readChunk',
  'applyPatch',
  'computeHash',
  'scheduleFrame',
  'retryRequest',
];
const FORMULAS = ['E=mc^2', 'O(n \\log n)', '\\frac{a}{b}', '\\sum_{i=0}^{n} x_i', '\\alpha_{t+1}'];
const LANGUAGES = Object.keys(snippets);

/** The same numbers for the same seed, from 0 to below 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A text in the pieces in which it arrives, of 4 to 12 characters. */
export function chunks(text: string): readonly string[] {
  const next = random(42);
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = 4 + Math.floor(next() * 9);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

class Writer {
  readonly #next: () => number;
  marks = 0;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  chance(): number {
    return this.#next();
  }

  /** From 0 to `count - 1`. */
  upTo(count: number): number {
    return Math.floor(this.#next() * count);
  }

  repeat(count: number, make: (index: number) => string): string[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }

  mark(): string {
    return `zq${this.marks++}x`;
  }

  words(count: number): string {
    const all = this.repeat(count, () => this.#word());
    all.splice(this.upTo(count), 0, this.mark());
    const text = all.join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  paragraph(): string {
    return this.repeat(2 + this.upTo(3), () => this.sentence()).join(' ');
  }

  sentence(): string {
    return `${this.words(8 + this.upTo(14))}.`;
  }

  list(): string {
    const ordered = this.chance() < 0.4;
    const items = this.repeat(3 + this.upTo(5), (index) => {
      const item = `${ordered ? `${index + 1}.` : '-'} ${this.words(6 + this.upTo(12))}`;
      if (this.chance() > 0.3) return item;
      return [item, ...this.repeat(2, () => `${ordered ? '   ' : '  '}- ${this.words(5)}`)].join('\n');
    });
    return items.join('\n');
  }

  table(): string {
    const columns = 3 + this.upTo(3);
    const row = (cell: (column: number) => string) => `| ${this.repeat(columns, cell).join(' | ')} |`;
    const rows = this.repeat(4 + this.upTo(6), () =>
      row((column) => (column === 0 ? this.mark() : this.words(1 + this.upTo(3)))),
    );
    return [row(() => this.#pick(WORDS)), row(() => '---'), ...rows].join('\n');
  }

  code(index: number): string {
    const language = LANGUAGES[index % LANGUAGES.length] ?? '';
    return this.#fence(language, this.#snippet(language, 2 + (index % 17)));
  }

  longCode(length: number): string {
    let code = '';
    for (let n = 1; code.length < length; n += 1) code += `${this.#snippet('python', n)}\n\n\n`;
    return this.#fence('python', code.trimEnd());
  }

  block(): string {
    const kind = this.chance();
    if (kind < 0.12) return `${'#'.repeat(2 + this.upTo(2))} ${this.words(4)}`;
    if (kind < 0.24) return this.list();
    if (kind < 0.29) return this.table();
    if (kind < 0.32) return `> ${this.sentence()}\n> ${this.sentence()}`;
    if (kind < 0.34) return `$$\n\\int_0^1 x^{${this.upTo(9)}} dx = \\frac{1}{n+1}\n$$`;
    return this.paragraph();
  }

  #word(): string {
    const word = this.#pick(WORDS);
    const kind = this.chance();
    if (kind < 0.03) return `**${word} ${this.#pick(WORDS)}**`;
    if (kind < 0.05) return `*${word}*`;
    if (kind < 0.09) return `\`${this.#pick(NAMES)}()\``;
    if (kind < 0.105) return `[${this.#pick(WORDS)} ${word}](https://example.com/${word}/${this.upTo(999)})`;
    if (kind < 0.115) return `$${this.#pick(FORMULAS)}$`;
    return word;
  }

  #snippet(language: string, n: number): string {
    return (snippets[language]?.(n) ?? '').replaceAll('MARK', () => this.mark());
  }

  #fence(language: string, code: string): string {
    return `\`\`\`${language}\n${code}\n\`\`\``;
  }

  #pick(from: readonly string[]): string {
    return from[this.upTo(from.length)] ?? '';
  }
}

function write({ seed, length, fences, longFence }: Size): Answer {
  const writer = new Writer(seed);
  const longAt = longFence > 0 ? Math.floor(fences * 0.4) : -1;
  const between = (length - longFence) / fences;
  let text = `# ${writer.words(5)}\n\n${writer.paragraph()}\n\n`;
  let fence = 0;
  let nextFence = between / 2;
  while (text.length < length) {
    if (fence < fences && text.length > nextFence) {
      const before = text.length;
      text += `${fence === longAt ? writer.longCode(longFence) : writer.code(fence)}\n\n`;
      nextFence += between + (fence === longAt ? text.length - before : 0);
      fence += 1;
    } else text += `${writer.block()}\n\n`;
  }
  return { text: `${text.trimEnd()}\n`, marks: writer.marks };
}

export const answers = {
  '8 KB': write({ seed: 3, length: 8000, fences: 3, longFence: 0 }),
  '100 KB': write({ seed: 11, length: 100_000, fences: 20, longFence: 30_000 }),
  '400 KB': write({ seed: 23, length: 400_000, fences: 80, longFence: 30_000 }),
} as const;

export type AnswerName = keyof typeof answers;
