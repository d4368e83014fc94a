import { partOf } from '../lib/own-text';
import { withoutSources } from '../../shared/markdown/marks';
import type { Code } from '../../shared/markdown/tree';

/** A fence at the end of what is read. Its lines mean nothing but themselves, so only the new ones are looked at. */
export class OpenFence {
  readonly block: Code;
  /** Where the text goes on behind its closing mark; null while it is open. */
  readonly closedAt: number | null;
  /** Its whole lines, without the last line break; null when there is none yet. */
  readonly #lines: string | null;
  /** The start of the line that is being written. */
  readonly #line: number;
  readonly #mark: string;

  private constructor(
    block: Code,
    closedAt: number | null,
    lines: string | null,
    line: number,
    mark: string,
  ) {
    this.block = block;
    this.closedAt = closedAt;
    this.#lines = lines;
    this.#line = line;
    this.#mark = mark;
  }

  /** The fence that begins at a place of a text; null when there is none or it is indented. */
  static at(text: string, place: number): OpenFence | null {
    const begin = /^\s*?(`{3,}|~{3,})([^\n]*)\n/.exec(text.slice(place, place + 1000));
    if (!begin?.[1]) return null;
    const start = place + begin[0].length;
    const language = /^\S*/.exec(begin[2]?.trim() ?? '')?.[0] ?? '';
    const code = { kind: 'code', language, text: '', closed: false } as const;
    return new OpenFence(code, null, null, start, begin[1]).#read(text);
  }

  /** The same fence with the text that has come; null once it may have ended. */
  grown(text: string): OpenFence | null {
    const fence = this.#read(text);
    return fence.closedAt === null && !this.#closes(text.slice(fence.#line)) ? fence : null;
  }

  #read(text: string): OpenFence {
    let line = this.#line;
    for (let next = text.indexOf('\n', line); next !== -1; next = text.indexOf('\n', line)) {
      if (this.#closes(text.slice(line, next))) return this.#with(text, line, '', next + 1);
      line = next + 1;
    }
    const last = text.slice(line);
    // What may become the closing mark is not shown as code.
    return this.#with(text, line, /^ {0,3}(?:`+|~+)$/.test(last) ? '' : last, null);
  }

  /** The same fence with the lines up to a place of the text, and what stands behind them. */
  #with(text: string, line: number, last: string, closedAt: number | null): OpenFence {
    const grown = line > this.#line;
    const lines = grown ? joined(this.#lines, partOf(text, this.#line, line - 1)) : this.#lines;
    const code = last === '' ? (lines ?? '') : joined(lines, partOf(last, 0));
    const block = { ...this.block, text: code, closed: closedAt !== null };
    return new OpenFence(block, closedAt, lines, line, this.#mark);
  }

  #closes(line: string): boolean {
    const mark = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
    return mark?.startsWith(this.#mark) ?? false;
  }
}

const joined = (lines: string | null, more: string): string =>
  lines === null ? withoutSources(more) : `${lines}\n${withoutSources(more)}`;
