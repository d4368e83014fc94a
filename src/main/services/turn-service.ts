import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Message, Transcript } from '../../shared/model';
import type { ConversationStore } from '../storage/conversation-store';
import type { Database } from '../storage/database';
import type { DraftStore } from '../storage/draft-store';
import { titleFrom } from './title';
import { Turn, type TurnDeps } from './turn';

export interface TurnServiceDeps extends TurnDeps {
  readonly db: Database;
  readonly conversations: ConversationStore;
  readonly drafts: DraftStore;
  readonly now: () => number;
}

/** Starts and stops turns, one at a time in a conversation, and knows which are running. */
export class TurnService {
  readonly #deps: TurnServiceDeps;
  /** By the id of the answer. */
  readonly #running = new Map<string, Turn>();

  constructor(deps: TurnServiceDeps) {
    this.#deps = deps;
  }

  /** Every branch of a conversation, with the text that running turns have reached. */
  transcript(conversationId: string): Transcript {
    const { conversations, messages } = this.#deps;
    // Where the disk refused the end of a turn, its row is still open.
    const stranded = ({ id, status }: Message) => status === 'streaming' && !this.#running.has(id);
    return {
      messages: messages
        .of(conversationId)
        .map((message) => (stranded(message) ? { ...message, status: 'interrupted' } : message)),
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
    this.#begin(answer, model);
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
    this.#begin(answer, model);
  }

  /** Ends a turn at once; what had arrived is kept. */
  stop(answerId: string): void {
    this.#running.get(answerId)?.end({ status: 'stopped' });
  }

  /** Stops what runs in a conversation. */
  stopIn(conversationId: string): void {
    this.#runningIn(conversationId)?.end({ status: 'stopped' });
  }

  /** Ends all turns as interrupted, every word on disk; for when the app quits. */
  close(): void {
    for (const turn of this.#running.values()) turn.end({ status: 'interrupted' });
  }

  #find(id: string, conversationId: string): Message {
    const message = this.#deps.messages.find(id);
    if (message?.conversationId === conversationId) return message;
    throw new AppError('NOT_FOUND', 'There is no such message in this conversation.');
  }

  #runningIn(conversationId: string): Turn | undefined {
    return [...this.#running.values()].find(({ answer }) => answer.conversationId === conversationId);
  }

  /** A second turn would answer a half-written history. */
  #touch({ conversationId, text }: Message): void {
    if (this.#runningIn(conversationId)) throw new AppError('BUSY', 'An answer is still being written.');
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

  #begin(answer: Message, model: string): void {
    const { conversations, messages, emit } = this.#deps;
    const { id, conversationId, parentId } = answer;
    const conversation = conversations.find(conversationId);
    const history = parentId ? messages.pathTo(parentId) : [];
    const turn = new Turn(answer, this.#deps, () => this.#running.delete(id));
    this.#running.set(id, turn);
    void turn.run({ model, history, conversationId });
    if (conversation) emit({ name: 'conversation.changed', conversation });
  }
}
