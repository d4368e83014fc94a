import type { AppEvent, Input } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Message, Transcript } from '../../shared/model';
import type { ConversationStore } from '../storage/conversation-store';
import type { Database } from '../storage/database';
import type { DraftStore } from '../storage/draft-store';
import type { Ending, MessageStore } from '../storage/message-store';
import type { ChatModel } from './chat-model';
import { DeltaBuffer } from './delta-buffer';
import { titleFrom } from './title';

interface Running {
  /** As it was opened: its text is on disk. */
  readonly answer: Message;
  readonly abort: AbortController;
  readonly deltas: DeltaBuffer;
}

export interface TurnServiceDeps {
  readonly db: Database;
  readonly conversations: ConversationStore;
  readonly drafts: DraftStore;
  readonly messages: MessageStore;
  readonly model: ChatModel;
  readonly emit: (event: AppEvent) => void;
  /** Hears of mistakes that nobody foresaw. */
  readonly report: (what: string, error: unknown) => void;
  readonly now: () => number;
}

/** Runs turns: a question stored, an answer streamed to disk and then to the window, the outcome stored. */
export class TurnService {
  readonly #deps: TurnServiceDeps;
  readonly #running = new Map<string, Running>();

  constructor(deps: TurnServiceDeps) {
    this.#deps = deps;
  }

  /** Every branch of a conversation, with the text that running turns have reached. */
  transcript(conversationId: string): Transcript {
    const { conversations, messages } = this.#deps;
    return {
      // Where the disk refused the end of a turn, its row is still open.
      messages: messages
        .of(conversationId)
        .map((message) =>
          message.status === 'streaming' && !this.#running.has(message.id)
            ? { ...message, status: 'interrupted' }
            : message,
        ),
      leafId: conversations.leaf(conversationId),
    };
  }

  /** Shows the branch that ends in this message. */
  show({ id, leafId }: Input<'conversations.show'>): void {
    this.#find(leafId, id);
    this.#deps.conversations.setLeaf(id, leafId);
  }

  /** Returns once the question is on disk; the answer follows as events. */
  start({ conversationId, parentId, questionId, answerId, text, model }: Input<'turn.start'>): void {
    const { db, drafts, messages, now } = this.#deps;
    const question: Message = {
      id: questionId,
      conversationId,
      parentId,
      role: 'user',
      text,
      status: 'done',
      model: null,
      error: null,
      createdAt: now(),
    };
    const answer = db.transaction(() => {
      if (parentId) this.#find(parentId, conversationId);
      this.#touch(question);
      messages.add(question);
      drafts.keep({ conversationId, text: '' }); // what was typed is now a question
      return this.#open(question, answerId, model);
    });
    this.#begin(answer);
  }

  /** Asks a stored question once more; the answers it has stay beside the new one. */
  again({ conversationId, questionId, answerId, model }: Input<'turn.again'>): void {
    const answer = this.#deps.db.transaction(() => {
      const question = this.#find(questionId, conversationId);
      if (question.role !== 'user')
        throw new AppError('INVALID_INPUT', 'Only a question can be asked again.');
      this.#touch(question);
      return this.#open(question, answerId, model);
    });
    this.#begin(answer);
  }

  /** Ends a turn at once; what had arrived is kept. */
  stop(answerId: string): void {
    this.#settle(answerId, { status: 'stopped' });
  }

  /** Stops what runs in a conversation. */
  stopAll(conversationId: string): void {
    for (const { answer } of this.#running.values()) {
      if (answer.conversationId === conversationId) this.stop(answer.id);
    }
  }

  /** Ends all turns as interrupted, every word on disk; for when the app quits. */
  close(): void {
    for (const answerId of this.#running.keys()) this.#settle(answerId, { status: 'interrupted' });
  }

  #find(id: string, conversationId: string): Message {
    const message = this.#deps.messages.find(id);
    if (message?.conversationId === conversationId) return message;
    throw new AppError('NOT_FOUND', 'There is no such message in this conversation.');
  }

  /** One turn at a time in a conversation: a second one would answer a half-written history. */
  #touch({ conversationId, text }: Message): void {
    for (const { answer } of this.#running.values()) {
      if (answer.conversationId === conversationId)
        throw new AppError('BUSY', 'An answer is still being written.');
    }
    const { conversations, now } = this.#deps;
    conversations.touch({ id: conversationId, title: titleFrom(text), updatedAt: now() });
  }

  #open(question: Message, id: string, model: string): Message {
    const { conversations, messages, now } = this.#deps;
    const answer: Message = {
      ...question,
      id,
      parentId: question.id,
      role: 'assistant',
      text: '',
      status: 'streaming',
      model,
      createdAt: now(),
    };
    messages.add(answer);
    conversations.setLeaf(question.conversationId, id);
    return answer;
  }

  #begin(answer: Message): void {
    const { conversations, emit } = this.#deps;
    const conversation = conversations.find(answer.conversationId);
    const abort = new AbortController();
    const deltas = new DeltaBuffer((at, text) => this.#show(answer.id, at, text));
    this.#running.set(answer.id, { answer, abort, deltas });
    void this.#run(answer, abort.signal, deltas);
    if (conversation) emit({ name: 'conversation.changed', conversation });
  }

  /** On disk before it is shown. */
  #show(answerId: string, at: number, text: string): void {
    const { messages, emit } = this.#deps;
    try {
      messages.append(answerId, at, text);
    } catch (thrown) {
      return this.#settle(answerId, this.#failed(thrown));
    }
    emit({ name: 'turn.delta', answerId, at, text });
  }

  async #run(answer: Message, signal: AbortSignal, deltas: DeltaBuffer): Promise<void> {
    this.#settle(
      answer.id,
      await this.#stream(answer, signal, deltas).catch((thrown: unknown) => this.#failed(thrown)),
    );
  }

  async #stream(answer: Message, signal: AbortSignal, deltas: DeltaBuffer): Promise<Ending> {
    const { model, messages } = this.#deps;
    const history = answer.parentId ? messages.pathTo(answer.parentId) : [];
    const request = { model: answer.model ?? '', history, conversationId: answer.conversationId };
    for await (const event of model.answer(request, signal)) {
      if (signal.aborted) break;
      if (event.type === 'completed')
        return { status: 'done', output: event.output, response: event.response };
      deltas.push(event.text);
    }
    throw new Error('The model ended without saying how.');
  }

  /** The one end of a turn; does nothing for one that has ended. */
  #settle(answerId: string, ending: Ending): void {
    this.#running.get(answerId)?.deltas.end(); // which settles the turn itself, where the disk refuses
    const running = this.#running.get(answerId);
    if (!running) return;
    this.#running.delete(answerId);
    running.abort.abort();
    this.#deps.emit({ name: 'turn.ended', answer: this.#store(running.answer, ending) });
  }

  /** A disk that refuses must not hide how the turn ended: the row stays open, and the next start closes it. */
  #store(answer: Message, ending: Ending): Message {
    const { messages } = this.#deps;
    try {
      messages.end(answer.id, ending);
      return messages.find(answer.id) ?? answer;
    } catch (thrown) {
      return { ...answer, ...this.#failed(thrown) };
    }
  }

  #failed(thrown: unknown): Ending & { readonly error: AppErrorData } {
    const error = AppError.from(thrown);
    if (error.code === 'INTERNAL') this.#deps.report('a turn', error);
    return { status: 'failed', error: error.toData() };
  }
}
