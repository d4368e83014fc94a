import { Colouring } from './highlight/highlighter';
import { languageOf } from './highlight/languages';
import type { Runs } from './highlight/messages';
import { kinds } from './highlight/theme';

/** Lines that are laid out together, and above which code is folded. */
export const GROUP = 40;
/** More code than this stays plain. */
const MAX_COLOURED = 100_000;

/**
 * Shows code that may grow. Its lines stand in groups, so that those out of sight cost no layout, and each
 * group is plain text until its colours are known: they come in the order of the lines.
 */
export class CodeView {
  readonly #element: HTMLElement;
  #language = '';
  #text = '';
  /** Up to here the lines are whole. */
  #whole = 0;
  /** Up to here they have been coloured, or are being. */
  #asked = 0;
  #colouring: Colouring | null = null;
  #busy = false;
  #folded = true;
  #groups: Group[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Shows the code as it is now. Of folded code only the first lines get colours. */
  show(text: string, language: string, closed: boolean, folded: boolean): void {
    if (!text.startsWith(this.#text) || language !== this.#language) this.#restart(language);
    const added = text.slice(this.#text.length);
    this.#text = text;
    if (added) this.#append(added);
    this.#whole = closed ? text.length : text.lastIndexOf('\n') + 1;
    this.#folded = folded;
    void this.#colour();
  }

  end(): void {
    this.#colouring?.close();
    this.#colouring = null;
  }

  #restart(language: string): void {
    this.end();
    const known = languageOf(language);
    this.#colouring = known && new Colouring(known);
    this.#language = language;
    this.#text = '';
    this.#asked = 0;
    this.#groups = [];
    this.#element.replaceChildren();
  }

  #append(text: string): void {
    let from = 0;
    while (from < text.length) {
      const group = this.#openGroup();
      const to = endOfLines(text, from, GROUP - group.lines);
      group.add(text.slice(from, to));
      from = to;
    }
  }

  #openGroup(): Group {
    const last = this.#groups.at(-1);
    if (last && last.lines < GROUP) return last;
    const start = last ? last.start + last.length : 0;
    const group = new Group(start);
    this.#groups.push(group);
    this.#element.append(group.element);
    return group;
  }

  /** One group at a time, so that what comes back is drawn at once and a long piece never holds up the page. */
  async #colour(): Promise<void> {
    const colouring = this.#colouring;
    if (this.#busy || !colouring || this.#text.length > MAX_COLOURED) return;
    const index = this.#groups.findIndex(({ start, length }) => start + length > this.#asked);
    const group = this.#groups[index];
    if (!group || (this.#folded && index > 0)) return;
    const to = Math.min(this.#whole, group.start + group.length);
    if (to <= this.#asked) return;
    const from = this.#asked;
    this.#asked = to;
    this.#busy = true;
    const runs = await colouring.colour(this.#text.slice(from, to));
    this.#busy = false;
    if (colouring !== this.#colouring) return;
    if (runs) group.colour(runs);
    else this.#colouring = null;
    void this.#colour();
  }
}

/** Lines that are laid out together: first those with colours, then the rest. */
class Group {
  readonly element = document.createElement('span');
  readonly start: number;
  readonly #rest = document.createTextNode('');
  length = 0;
  lines = 0;

  constructor(start: number) {
    this.start = start;
    this.element.className = 'lines';
    this.element.append(this.#rest);
  }

  add(text: string): void {
    this.#rest.appendData(text);
    this.length += text.length;
    this.lines += countLines(text);
  }

  colour(runs: Runs): void {
    let from = 0;
    for (let index = 0; index < runs.length; index += 2) {
      const length = runs[index + 1] ?? 0;
      const text = document.createTextNode(this.#rest.data.slice(from, from + length));
      const kind = kinds[runs[index] ?? 0];
      this.element.insertBefore(
        kind === undefined || kind === 'plain' ? text : piece(kind, text),
        this.#rest,
      );
      from += length;
    }
    this.#rest.deleteData(0, from);
  }
}

function piece(kind: string, text: Text): HTMLElement {
  const element = document.createElement('span');
  element.className = kind;
  element.append(text);
  return element;
}

export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function endOfLines(text: string, from: number, lines: number): number {
  let end = from;
  for (let passed = 0; passed < lines; passed += 1) {
    const next = text.indexOf('\n', end);
    if (next === -1) return text.length;
    end = next + 1;
  }
  return end;
}
