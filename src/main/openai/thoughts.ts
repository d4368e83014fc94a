import type { AnswerWriter } from './answer-writer';

/** What a model thought before and between its words, with the time that it took. */
export class Thoughts {
  readonly #writer: AnswerWriter;
  /** When each began, in milliseconds of running time. */
  readonly #began = new Map<string, number>();
  readonly #sections = new Map<string, number>();

  constructor(writer: AnswerWriter) {
    this.#writer = writer;
  }

  begin(key: string): void {
    if (this.#began.has(key)) return;
    this.#began.set(key, performance.now());
    this.#writer.put(key, { kind: 'reasoning', text: '', ms: null });
  }

  /** Two sections are two paragraphs. */
  add(key: string, section: number, text: string): void {
    this.begin(key);
    const last = this.#sections.get(key);
    const said = this.#text(key);
    this.#sections.set(key, section);
    this.#writer.grow(key, (last === section || last === undefined || said === '' ? '' : '\n\n') + text);
  }

  /** It is thought through. What did not come piece by piece comes now. */
  end(key: string, whole = this.#text(key)): void {
    const began = this.#began.get(key);
    const known = this.#writer.part(key);
    if (known?.kind === 'reasoning' && known.ms !== null) return;
    if (began === undefined && whole === '') return;
    const ms = began === undefined ? null : Math.round(performance.now() - began);
    this.#writer.put(key, { kind: 'reasoning', text: whole || this.#text(key), ms });
  }

  #text(key: string): string {
    const part = this.#writer.part(key);
    return part?.kind === 'reasoning' ? part.text : '';
  }
}
