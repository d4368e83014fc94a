import type { AppEvent } from '../../shared/contract';
import type { Message, Transcript } from '../../shared/model';
import type { Api } from '../api';
import { type Wait, waitFrom } from '../lib/wait';
import { further, grow, newest } from './growing-answer';

/** The turn that main runs in one conversation, as far as the window has heard of it. */
export class LiveTurn {
  readonly #api: Api;
  /** The answer being written; the only thing that changes as words arrive. */
  answer = $state.raw<Message | null>(null);
  /** Set while it waits for another try. */
  waiting = $state.raw<Wait | null>(null);
  /** Answers that ended while a reading is under way, which may be older than their end; null while there is none. */
  #ended: readonly Message[] | null = null;

  constructor(api: Api) {
    this.#api = api;
  }

  begin(answer: Message | null): void {
    this.answer = answer;
    this.waiting = null;
  }

  /** Calls what reads the conversation. An end that is heard meanwhile is remembered until the reading is taken. */
  async reading<T>(read: () => Promise<T>): Promise<T> {
    this.#ended ??= [];
    try {
      return await read();
    } finally {
      this.#ended = null;
    }
  }

  newest(stored: Message, known: Message | undefined): Message {
    return newest(stored, known, this.#ended ?? [], this.answer);
  }

  /** Goes on with what was read. */
  resume({ messages, waiting }: Pick<Transcript, 'messages' | 'waiting'>): void {
    this.begin(messages.find(({ status }) => status === 'streaming') ?? null);
    if (this.answer && waiting) this.waiting = waitFrom(waiting);
  }

  /** False where something was missed, so that the answer has to be read again. */
  hear(event: Extract<AppEvent, { name: 'turn.delta' | 'turn.part' | 'turn.waiting' }>): boolean {
    if (!this.answer || event.answerId !== this.answer.id) return true;
    if (event.name === 'turn.waiting') {
      this.waiting = event.waiting && waitFrom(event.waiting);
      return true;
    }
    this.waiting = null;
    const grown = grow(this.answer, event);
    if (grown) this.answer = grown;
    return grown !== null;
  }

  /** The answer as it stays. What was shown is never taken back, whatever the disk has kept. */
  end(ended: Message): Message {
    if (this.#ended) this.#ended = [...this.#ended, ended];
    if (this.answer?.id !== ended.id) return ended;
    const answer = further(ended, this.answer);
    this.begin(null);
    return answer;
  }

  /** Rejects where there is nothing to stop. */
  async stop(): Promise<void> {
    if (this.answer) await this.#api.call('turn.stop', { answerId: this.answer.id });
  }

  async tryNow(): Promise<void> {
    if (this.answer) await this.#api.call('turn.tryNow', { answerId: this.answer.id });
  }
}
