/** A message that is being written: its parts are text, with what it refers to, or a refusal. */
import type {
  ResponseOutputMessage,
  ResponseOutputRefusal,
  ResponseOutputText,
} from 'openai/resources/responses/responses';
import type { OpenItem, Output } from './response-stream.ts';
import { newId } from './wire.ts';

export type Phase = 'commentary' | 'final_answer';
export type Annotation = ResponseOutputText['annotations'][number];

type Part = ResponseOutputText | ResponseOutputRefusal;

export class OpenMessage implements OpenItem {
  readonly #output: Output;
  readonly #item: ResponseOutputMessage;
  readonly #index: number;
  readonly #parts: Part[] = [];
  /** Where the last piece of text begins, which is what a citation is about. */
  #said = 0;

  constructor(output: Output, phase: Phase) {
    this.#output = output;
    this.#item = {
      id: newId('msg'),
      type: 'message',
      role: 'assistant',
      status: 'in_progress',
      phase,
      content: [],
    };
    this.#index = output.open(this.#item);
  }

  get phase(): Phase {
    return this.#item.phase ?? 'final_answer';
  }

  say(delta: string, newPart = false): void {
    let part = this.#parts.at(-1);
    if (newPart || part?.type !== 'output_text') {
      part = this.#open({ type: 'output_text', text: '', annotations: [], logprobs: [] });
    }
    this.#said = part.text.length;
    part.text += delta;
    this.#output.emit({ type: 'response.output_text.delta', ...this.#place(), delta, logprobs: [] });
  }

  refuse(delta: string, newPart = false): void {
    let part = this.#parts.at(-1);
    if (newPart || part?.type !== 'refusal') part = this.#open({ type: 'refusal', refusal: '' });
    part.refusal += delta;
    this.#output.emit({ type: 'response.refusal.delta', ...this.#place(), delta });
  }

  /** Of the text that was said last. */
  cite(source: { readonly url: string; readonly title: string }): void {
    const { text } = this.#text();
    this.annotate({ type: 'url_citation', ...source, start_index: this.#said, end_index: text.length });
  }

  annotate(annotation: Annotation): void {
    const { annotations } = this.#text();
    const at = { ...this.#place(), annotation_index: annotations.length };
    annotations.push(annotation);
    this.#output.emit({ type: 'response.output_text.annotation.added', ...at, annotation });
  }

  close(status: 'completed' | 'incomplete'): void {
    this.#closePart();
    this.#output.close(this.#index, { ...this.#item, status, content: this.#parts });
  }

  #text(): ResponseOutputText {
    const part = this.#parts.at(-1);
    if (part?.type !== 'output_text') throw new Error('There is no text to refer to: `say` something first.');
    return part;
  }

  #open<P extends Part>(part: P): P {
    this.#closePart();
    this.#parts.push(part);
    this.#output.emit({ type: 'response.content_part.added', ...this.#place(), part });
    return part;
  }

  #closePart(): void {
    const part = this.#parts.at(-1);
    if (!part) return;
    const at = this.#place();
    if (part.type === 'refusal') {
      this.#output.emit({ type: 'response.refusal.done', ...at, refusal: part.refusal });
    } else {
      this.#output.emit({ type: 'response.output_text.done', ...at, text: part.text, logprobs: [] });
    }
    this.#output.emit({ type: 'response.content_part.done', ...at, part });
  }

  #place() {
    return { item_id: this.#item.id, output_index: this.#index, content_index: this.#parts.length - 1 };
  }
}
