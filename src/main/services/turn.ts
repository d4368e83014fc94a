import type { AppEvent } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Message } from '../../shared/model';
import type { Ending, MessageStore } from '../storage/message-store';
import type { AnswerRequest, ChatModel } from './chat-model';
import { DeltaBuffer } from './delta-buffer';

export interface TurnDeps {
  readonly messages: MessageStore;
  readonly model: ChatModel;
  readonly emit: (event: AppEvent) => void;
  /** Hears of mistakes that nobody foresaw. */
  readonly report: (what: string, error: unknown) => void;
}

/** One answer being written: each piece is on disk before it is shown, and there is one end. */
export class Turn {
  /** As it was opened; its text is on disk. */
  readonly answer: Message;
  readonly #deps: TurnDeps;
  readonly #ended: () => void;
  readonly #abort = new AbortController();
  readonly #deltas = new DeltaBuffer((at, text) => this.#show(at, text));
  #over = false;

  constructor(answer: Message, deps: TurnDeps, ended: () => void) {
    this.answer = answer;
    this.#deps = deps;
    this.#ended = ended;
  }

  /** Asks the model and ends with what comes of it. Never rejects. */
  async run(request: AnswerRequest): Promise<void> {
    this.end(await this.#stream(request).catch((thrown: unknown) => this.#failed(thrown)));
  }

  /** Ends the turn at once, every word that has come on disk. Does nothing for one that has ended. */
  end(ending: Ending): void {
    this.#deltas.end(); // which ends the turn itself, where the disk refuses
    if (this.#over) return;
    this.#over = true;
    this.#abort.abort();
    this.#ended();
    this.#deps.emit({ name: 'turn.ended', answer: this.#store(ending) });
  }

  async #stream(request: AnswerRequest): Promise<Ending> {
    const { signal } = this.#abort;
    for await (const event of this.#deps.model.answer(request, signal)) {
      if (signal.aborted) break;
      if (event.type === 'completed')
        return { status: 'done', output: event.output, response: event.response };
      this.#deltas.push(event.text);
    }
    throw new Error('The model ended without saying how.');
  }

  #show(at: number, text: string): void {
    const { messages, emit } = this.#deps;
    try {
      messages.append(this.answer.id, at, text);
    } catch (thrown) {
      return this.end(this.#failed(thrown));
    }
    emit({ name: 'turn.delta', answerId: this.answer.id, at, text });
  }

  /** A disk that refuses must not hide how the turn ended: the row stays open, and the next start closes it. */
  #store(ending: Ending): Message {
    const { messages } = this.#deps;
    try {
      messages.end(this.answer.id, ending);
      return messages.find(this.answer.id) ?? this.answer;
    } catch (thrown) {
      return { ...this.answer, ...this.#failed(thrown) };
    }
  }

  #failed(thrown: unknown): Ending & { readonly error: AppErrorData } {
    const error = AppError.from(thrown);
    if (error.code === 'INTERNAL' && !this.#over) this.#deps.report('a turn', error);
    return { status: 'failed', error: error.toData() };
  }
}
