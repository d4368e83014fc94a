import type OpenAI from 'openai';
import type { ResponseOutputItem, ResponseStreamEvent } from 'openai/resources/responses/responses';
import type { AnswerEvent, AnswerRequest } from '../services/chat-model';
import { fromEvent, incomplete, type Asked } from './errors';
import type { StreamedAnswer } from './openai-model';
import { toRequest } from './responses-request';

/** An answer of the Responses API. */
export class ResponseAnswer implements StreamedAnswer {
  readonly #asked: Asked;
  /** Where in the output the text last grew. */
  #part = '';
  completed: AnswerEvent | null = null;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Gives null for an event without text: the server is still there. */
  async *stream(client: OpenAI, request: AnswerRequest, signal: AbortSignal): AsyncGenerator<string | null> {
    const stream = await client.responses.create(toRequest(request, this.#asked.address), { signal });
    for await (const event of stream) {
      yield this.#read(event);
      if (this.completed) return;
    }
  }

  #read(event: ResponseStreamEvent): string | null {
    switch (event.type) {
      case 'response.output_text.delta':
      case 'response.refusal.delta':
        return this.#text(`${event.output_index}/${event.content_index}`, event.delta);
      case 'response.completed': {
        const { output, id, model, service_tier, usage } = event.response;
        this.completed = { type: 'completed', output, response: { id, model, service_tier, usage } };
        // Some servers send an answer whole, at its end.
        return this.#part === '' ? textOf(output) : null;
      }
      case 'response.incomplete':
        throw incomplete(event.response.incomplete_details?.reason, this.#asked);
      case 'response.failed':
        throw fromEvent(event.response.error, this.#asked);
      case 'error':
        throw fromEvent(event, this.#asked);
      default:
        return null;
    }
  }

  /** Two parts of an answer are two paragraphs. */
  #text(part: string, text: string): string {
    if (text === '') return '';
    const gap = this.#part === '' || this.#part === part ? '' : '\n\n';
    this.#part = part;
    return gap + text;
  }
}

function textOf(output: readonly ResponseOutputItem[]): string {
  return output
    .flatMap((item) => (item.type === 'message' ? item.content : []))
    .map((part) => (part.type === 'output_text' ? part.text : part.refusal))
    .join('\n\n');
}
