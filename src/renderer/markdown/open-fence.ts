import { withoutSources } from './marks';
import type { Code } from './tree';

/** A fence whose end has not come. Its lines mean nothing but themselves, so only the new ones are looked at. */
export class OpenFence {
  readonly block: Code;
  readonly #start: number;
  /** The start of the line that is being written. */
  readonly #line: number;
  readonly #mark: string;

  private constructor(block: Code, start: number, line: number, mark: string) {
    this.block = block;
    this.#start = start;
    this.#line = line;
    this.#mark = mark;
  }

  /** The fence that begins at a place of a text; null when there is none, or it is indented or closed. */
  static at(text: string, place: number, { language, closed }: Code): OpenFence | null {
    const begin = /^\s*?(`{3,}|~{3,})[^\n]*\n/.exec(text.slice(place, place + 1000));
    if (closed || !begin?.[1]) return null;
    const start = place + begin[0].length;
    const code = { kind: 'code', language, text: '', closed: false } as const;
    return new OpenFence(code, start, start, begin[1]).grown(text);
  }

  /** The same fence with the text that has come; null once it may have ended. */
  grown(text: string): OpenFence | null {
    let line = this.#line;
    for (let next = text.indexOf('\n', line); next !== -1; next = text.indexOf('\n', line)) {
      if (this.#closes(text.slice(line, next))) return null;
      line = next + 1;
    }
    const last = text.slice(line);
    if (this.#closes(last)) return null;
    // What may become the closing mark is not shown as code.
    const end = /^ {0,3}(?:`+|~+)$/.test(last) ? line - 1 : text.length;
    const code = withoutSources(text.slice(this.#start, Math.max(this.#start, end))).replace(/\n$/, '');
    return new OpenFence({ ...this.block, text: code }, this.#start, line, this.#mark);
  }

  #closes(line: string): boolean {
    const mark = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
    return mark?.startsWith(this.#mark) ?? false;
  }
}
