import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { ChatOptions, Draft, Message, Transcript } from '../../shared/model';
import type { ConversationStore } from '../storage/conversation-store';
import type { Database } from '../storage/database';
import type { DraftStore } from '../storage/draft-store';
import type { ReceiptStore } from '../storage/receipt-store';
import type { Requests } from './requests';
import { titleFrom } from './title';
import { Turn, type TurnDeps } from './turn';

export interface TurnServiceDeps extends TurnDeps {
  readonly db: Database;
  readonly conversations: ConversationStore;
  readonly drafts: DraftStore;
  readonly receipts: ReceiptStore;
  readonly requests: Requests;
  /** The account that a conversation means. */
  readonly accountId: (wanted: string | null) => string | null;
  /** Hears of each answer that has ended. */
  readonly ended: (answer: Message) => void;
  readonly now: () => number;
}

/** How a wish for an answer asks. */
type Asked = Pick<Input<'turn.start'>, 'options' | 'beyondBudget'>;

/** Starts and stops turns, one at a time in a conversation, and knows which are running. */
export class TurnService {
  readonly #deps: TurnServiceDeps;
  /** By the id of the answer. */
  readonly #running = new Map<string, Turn>();
  /** Answers that have ended while the disk refused, by id. */
  readonly #unsaved = new Map<string, Message>();

  constructor(deps: TurnServiceDeps) {
    this.#deps = deps;
  }

  /** How many answers are being written. */
  get running(): number {
    return this.#running.size;
  }

  /** Every branch of a conversation, or some of its messages, with what running turns have reached. */
  transcript(conversationId: string, stored = this.#deps.messages.of(conversationId)): Transcript {
    const { conversations, receipts, writes } = this.#deps;
    if (!writes.waiting) this.#unsaved.clear();
    const known = (message: Message) =>
      this.#running.get(message.id)?.message ?? this.#unsaved.get(message.id) ?? message;
    return {
      messages: stored.map(known),
      leafId: conversations.leaf(conversationId),
      options: conversations.options(conversationId),
      waiting: this.#runningIn(conversationId)?.waiting ?? null,
      spending: {
        all: receipts.inConversation(conversationId),
        answers: Object.fromEntries(receipts.byMessage(conversationId)),
      },
    };
  }

  /** Returns once the question is on disk; the answer follows as events. */
  start(wish: Input<'turn.start'>): void {
    const { conversationId, parentId, questionId, answerId, text, model, options } = wish;
    const { leaveOut = [] } = wish;
    const { db, emit, messages, now } = this.#deps;
    const question: Message = {
      ...{ id: questionId, conversationId, parentId, role: 'user', text, parts: [], status: 'done' },
      ...{ model: null, tokens: null, compacted: false, error: null, createdAt: now() },
      ...(leaveOut.length > 0 && { leftOut: leaveOut }),
    };
    const { answer, emptied } = db.transaction(() => {
      const followed = parentId === null ? null : this.#find(parentId, conversationId);
      if (followed?.role === 'user') throw new AppError('INVALID_INPUT', 'A question follows an answer.');
      this.#touch(question, options);
      messages.add(question);
      return { answer: this.#open(question, answerId, model), emptied: this.#takeDraft(wish) };
    });
    if (emptied) emit({ name: 'draft.changed', draft: emptied });
    this.#begin(answer, question.id, wish);
  }

  /** Asks a stored question once more; the answers it has stay beside the new one. */
  again(wish: Input<'turn.again'>): void {
    const { conversationId, questionId, answerId, model, options } = wish;
    const answer = this.#deps.db.transaction(() => {
      const question = this.#find(questionId, conversationId);
      if (question.role !== 'user')
        throw new AppError('INVALID_INPUT', 'Only a question can be asked again.');
      this.#touch(question, options);
      return this.#open(question, answerId, model);
    });
    this.#begin(answer, questionId, wish);
  }

  /** Lets an answer that ended too soon go on from its last word. */
  continue(wish: Input<'turn.continue'>): void {
    const { conversationId, answerId, options } = wish;
    const { db, conversations, messages } = this.#deps;
    const answer = db.transaction(() => {
      const ended = this.#find(answerId, conversationId);
      if (ended.role !== 'assistant' || ended.status === 'done' || ended.text === '')
        throw new AppError('INVALID_INPUT', 'Only an answer that ended too soon can go on.');
      this.#touch(ended, options);
      messages.reopen(answerId);
      conversations.setLeaf(conversationId, answerId);
      return { ...ended, status: 'streaming' as const, error: null };
    });
    this.#begin(answer, answerId, wish);
  }

  /** Ends a turn at once; what had arrived is kept. */
  stop(answerId: string): void {
    this.#running.get(answerId)?.stop();
  }

  /** Stops what runs in a conversation. */
  stopIn(conversationId: string): void {
    this.#runningIn(conversationId)?.stop();
  }

  tryNow(answerId: string): void {
    this.#running.get(answerId)?.tryNow();
  }

  /** There is a network again. */
  online(): void {
    for (const turn of this.#running.values()) turn.online();
  }

  /** Ends all turns as interrupted, every word on disk; for when the app quits. */
  close(): void {
    for (const turn of this.#running.values()) turn.end({ status: 'interrupted' });
    this.#deps.writes.close();
  }

  #find(id: string, conversationId: string): Message {
    const message = this.#deps.messages.find(id);
    if (message?.conversationId === conversationId) return message;
    throw new AppError('NOT_FOUND', 'There is no such message in this conversation.');
  }

  /** What was typed is now a question; what another window has typed there since is not. Null: nothing was taken. */
  #takeDraft({ conversationId, place, text }: Input<'turn.start'>): Draft | null {
    const { drafts } = this.#deps;
    const typed = place ? drafts.read(conversationId, place).trim() : '';
    if (!place || typed === '' || !text.includes(typed)) return null;
    const emptied = { conversationId, place, text: '' };
    drafts.keep(emptied);
    return emptied;
  }

  #runningIn(conversationId: string): Turn | undefined {
    return [...this.#running.values()].find(({ message }) => message.conversationId === conversationId);
  }

  /** A second turn would answer a half-written history. */
  #touch({ conversationId, text }: Message, options: ChatOptions): void {
    if (this.#runningIn(conversationId)) throw new AppError('BUSY', 'An answer is still being written.');
    const { accountId, conversations, now } = this.#deps;
    const { folderId } = options;
    conversations.touch({ id: conversationId, title: titleFrom(text), updatedAt: now(), folderId });
    // From its first turn on it remembers its account, whichever becomes the default one.
    conversations.setOptions(conversationId, { ...options, accountId: accountId(options.accountId) });
  }

  #open({ id: parentId, conversationId }: Message, id: string, model: string): Message {
    const { conversations, messages, now } = this.#deps;
    const answer: Message = {
      ...{ id, conversationId, parentId, role: 'assistant', text: '', parts: [], status: 'streaming' },
      ...{ model, tokens: null, compacted: false, error: null, createdAt: now() },
    };
    messages.add(answer);
    conversations.setLeaf(conversationId, id);
    return answer;
  }

  /** The history is everything down to `lastId`. */
  #begin(answer: Message, lastId: string, { options, beyondBudget = false }: Asked): void {
    const { conversations, messages, requests, emit } = this.#deps;
    const { id, conversationId, model } = answer;
    const turn = new Turn(answer, this.#deps, (ended) => this.#end(ended));
    this.#running.set(id, turn);
    const history = messages.pathTo(lastId);
    const leaveOut = messages.find(answer.parentId ?? '')?.leftOut ?? [];
    const question = {
      kind: 'answer',
      conversationId,
      model: model ?? '',
      options,
      history,
      leaveOut,
    } as const;
    void turn.run(() => requests.make({ ...question, answerId: id, beyondBudget }));
    const conversation = conversations.find(conversationId);
    if (conversation) emit({ name: 'conversation.changed', conversation });
    emit({ name: 'turn.started', question: messages.find(answer.parentId ?? '') ?? null, answer });
  }

  #end(answer: Message): void {
    this.#running.delete(answer.id);
    if (this.#deps.writes.waiting) this.#unsaved.set(answer.id, answer);
    this.#deps.ended(answer);
  }
}
