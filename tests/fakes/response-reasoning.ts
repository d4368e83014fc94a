/** What the model thinks: summaries in parts, or, from open models, the thoughts themselves. */
import type { ResponseReasoningItem } from 'openai/resources/responses/responses';
import type { OpenItem, Output } from './response-stream.ts';
import { newId } from './wire.ts';

export class OpenReasoning implements OpenItem {
  readonly #output: Output;
  readonly #item: ResponseReasoningItem = { id: newId('rs'), type: 'reasoning', summary: [] };
  readonly #index: number;
  readonly #summary: ResponseReasoningItem.Summary[] = [];
  #thought: ResponseReasoningItem.Content | null = null;

  constructor(output: Output) {
    this.#output = output;
    this.#index = output.open(this.#item);
  }

  summarize(delta: string, newPart = false): void {
    let part = this.#summary.at(-1);
    if (!part || newPart) part = this.#openSummary();
    part.text += delta;
    this.#output.emit({ type: 'response.reasoning_summary_text.delta', ...this.#summaryPlace(), delta });
  }

  think(delta: string): void {
    this.#thought ??= this.#openThought();
    this.#thought.text += delta;
    this.#output.emit({ type: 'response.reasoning_text.delta', ...this.#thoughtPlace(), delta });
  }

  close(): void {
    this.#closeSummary();
    this.#closeThought();
    this.#output.close(this.#index, {
      ...this.#item,
      summary: this.#summary,
      ...(this.#thought && { content: [this.#thought] }),
      ...(this.#output.request.include?.includes('reasoning.encrypted_content') && {
        encrypted_content: this.#output.seal(JSON.stringify([this.#summary, this.#thought])),
      }),
    });
  }

  #openSummary(): ResponseReasoningItem.Summary {
    this.#closeSummary();
    const part: ResponseReasoningItem.Summary = { type: 'summary_text', text: '' };
    this.#summary.push(part);
    this.#output.emit({ type: 'response.reasoning_summary_part.added', ...this.#summaryPlace(), part });
    return part;
  }

  #closeSummary(): void {
    const part = this.#summary.at(-1);
    if (!part) return;
    const at = this.#summaryPlace();
    this.#output.emit({ type: 'response.reasoning_summary_text.done', ...at, text: part.text });
    this.#output.emit({ type: 'response.reasoning_summary_part.done', ...at, part });
  }

  #openThought(): ResponseReasoningItem.Content {
    const part: ResponseReasoningItem.Content = { type: 'reasoning_text', text: '' };
    this.#output.emit({ type: 'response.content_part.added', ...this.#thoughtPlace(), part });
    return part;
  }

  #closeThought(): void {
    const part = this.#thought;
    if (!part) return;
    const at = this.#thoughtPlace();
    this.#output.emit({ type: 'response.reasoning_text.done', ...at, text: part.text });
    this.#output.emit({ type: 'response.content_part.done', ...at, part });
  }

  #summaryPlace() {
    return {
      item_id: this.#item.id,
      output_index: this.#index,
      summary_index: this.#summary.length - 1,
    };
  }

  #thoughtPlace() {
    return { item_id: this.#item.id, output_index: this.#index, content_index: 0 };
  }
}
