import type { AppEvent } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Message, Waiting } from '../../shared/model';
import type { Part } from '../../shared/parts';
import { tokensOf } from '../storage/message-row';
import type { Ending, MessageStore } from '../storage/message-store';
import type { AttemptEvent, Attempts } from './attempts';
import type { AnswerRequest } from './chat-model';
import { DeltaBuffer } from './delta-buffer';
import type { PatientWrites } from './patient-writes';
import { Pause } from './pause';

export interface TurnDeps {
  readonly attempts: Attempts;
  readonly messages: MessageStore;
  readonly writes: PatientWrites;
  readonly emit: (event: AppEvent) => void;
  /** Hears of mistakes that nobody foresaw. */
  readonly report: (what: string, error: unknown) => void;
}

/** One answer being written: each piece is on disk before it is shown, and there is one end. */
export class Turn {
  readonly #deps: TurnDeps;
  readonly #ended: (answer: Message) => void;
  readonly #abort = new AbortController();
  readonly #pause = new Pause();
  /** What an unfinished answer held when it was asked to go on. */
  readonly #before: Pick<Ending, 'output'> & { readonly text: number };
  readonly #words: DeltaBuffer;
  readonly #partTexts = new Map<number, DeltaBuffer>();
  /** How many parts there were before the model's own. */
  #firstPart: number;
  #response: unknown;
  #message: Message;
  #waiting: Waiting | null = null;

  /** `answer` is open, on disk; it has words where an unfinished one is to go on. */
  constructor(answer: Message, deps: TurnDeps, ended: (answer: Message) => void) {
    this.#message = answer;
    this.#deps = deps;
    this.#ended = ended;
    const { output = null } = answer.text === '' ? {} : deps.messages.received(answer.id);
    this.#before = { output, text: answer.text.length };
    this.#words = new DeltaBuffer((at, text) => this.#show(null, at, text), answer.text.length);
    this.#firstPart = answer.parts.length;
  }

  /** As the window knows it. */
  get message(): Message {
    return this.#message;
  }

  get waiting(): Waiting | null {
    return this.#waiting;
  }

  /** Asks the model and ends with what comes of it. Never rejects. */
  async run(prepare: () => Promise<AnswerRequest>): Promise<void> {
    this.end(await this.#stream(prepare).catch((thrown: unknown) => this.#failed(thrown)));
  }

  /** Ends the turn at once, every word that has come on disk. Does nothing for one that has ended. */
  end(ending: Ending): void {
    if (this.#over()) return;
    this.#flush();
    if (this.#over()) return; // the disk took no more
    this.#abort.abort();
    const { status, error = null, response = this.#response } = ending;
    const { usage } = (response ?? {}) as { usage?: Parameters<typeof tokensOf>[0] };
    this.#message = { ...this.#message, status, error, tokens: tokensOf(usage) };
    this.#write(() => this.#deps.messages.end(this.#message.id, { ...ending, ...this.#received(ending) }), 0);
    this.#ended(this.#message);
    this.#deps.emit({ name: 'turn.ended', answer: this.#message });
  }

  /** By the user. While it waits for another try, what it waits for is why it ended. */
  stop(): void {
    this.end(this.#waiting ? { status: 'failed', error: this.#waiting.error } : { status: 'stopped' });
  }

  tryNow(): void {
    this.#pause.end();
  }

  online(): void {
    this.#pause.online();
  }

  #over(): boolean {
    return this.#message.status !== 'streaming';
  }

  async #stream(prepare: () => Promise<AnswerRequest>): Promise<Ending> {
    const { signal } = this.#abort;
    for await (const event of this.#deps.attempts.answer(prepare, { signal, pause: this.#pause })) {
      if (signal.aborted) break;
      if (event.type === 'completed') return { ...event, status: 'done' };
      if (event.type === 'incomplete') return { ...event, status: 'failed', error: event.error.toData() };
      this.#take(event);
    }
    throw new Error('The model ended without saying how.');
  }

  #take(event: Exclude<AttemptEvent, { type: 'completed' | 'incomplete' }>): void {
    switch (event.type) {
      case 'text':
        return this.#words.push(event.text);
      case 'part-text':
        return this.#partText(this.#firstPart + event.index).push(event.text);
      case 'part':
        return this.#set(this.#firstPart + event.index, {
          ...event.part,
          at: this.#before.text + event.part.at,
        });
      case 'left-out':
        this.#set(this.#firstPart, { kind: 'left-out', at: this.#before.text, parameter: event.parameter });
        this.#firstPart += 1;
        return;
      case 'begun':
        this.#response = event.response;
        return this.#write(() => this.#deps.messages.setResponse(this.#message.id, event.response), 0);
      case 'waiting':
        return this.#wait(event.waiting && { ...event.waiting, answerId: this.#message.id });
    }
  }

  #wait(waiting: Waiting | null): void {
    this.#waiting = waiting;
    this.#deps.emit({ name: 'turn.waiting', answerId: this.#message.id, waiting });
  }

  #partText(index: number): DeltaBuffer {
    const buffer =
      this.#partTexts.get(index) ?? new DeltaBuffer((at, text) => this.#show(index, at, text), 0);
    this.#partTexts.set(index, buffer);
    return buffer;
  }

  /** Everything that came before a part is shown before it. */
  #set(index: number, part: Part): void {
    this.#flush();
    if (this.#over()) return;
    const { id } = this.#message;
    const parts = this.#message.parts.toSpliced(index, 1, part);
    this.#message = { ...this.#message, parts };
    if ('text' in part) {
      this.#partTexts.set(
        index,
        new DeltaBuffer((at, text) => this.#show(index, at, text), part.text.length),
      );
    }
    this.#write(() => this.#deps.messages.setParts(id, parts), JSON.stringify(part).length);
    this.#deps.emit({ name: 'turn.part', answerId: id, index, part });
  }

  #show(index: number | null, at: number, text: string): void {
    const { id } = this.#message;
    this.#message = withText(this.#message, index, at, text);
    this.#write(() => this.#deps.messages.append(id, index, at, text), text.length);
    this.#deps.emit({ name: 'turn.delta', answerId: id, part: index, at, text });
  }

  #flush(): void {
    this.#words.end();
    for (const text of this.#partTexts.values()) text.end();
  }

  /** Where too much waits for the disk the turn ends, since what is shown must be kept. */
  #write(work: () => void, size: number): void {
    try {
      this.#deps.writes.write(work, size);
    } catch (thrown) {
      this.end(this.#failed(thrown));
    }
  }

  /** An answer that went on has the items of both halves, or none: half of them would tell half of it. */
  #received({ output, response = this.#response }: Ending): Pick<Ending, 'output' | 'response'> {
    const earlier = this.#before;
    if (earlier.text === 0) return { output: output ?? null, response };
    return { output: earlier.output && output ? [...earlier.output, ...output] : null, response };
  }

  #failed(thrown: unknown): Ending {
    const error = AppError.from(thrown);
    if (error.code === 'INTERNAL' && !this.#over()) this.#deps.report('a turn', error);
    return { status: 'failed', error: error.toData() };
  }
}

function withText(message: Message, index: number | null, at: number, text: string): Message {
  if (index === null) return { ...message, text: message.text.slice(0, at) + text };
  const parts = message.parts.map((part, number) =>
    number === index && 'text' in part ? { ...part, text: part.text.slice(0, at) + text } : part,
  );
  return { ...message, parts };
}
