import type { AppEvent } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Message, Transcript } from '../../shared/model';
import type { Api } from '../api';
import { MessageTree } from './message-tree';
import type { Drafts } from './drafts';

/** One conversation: its tree, the branch that is shown and, while one runs, its turn. */
export class Chat {
  readonly conversationId: string;
  readonly #api: Api;
  readonly #drafts: Pick<Drafts, 'read' | 'keep'>;
  /** Answers and questions that exist here only, since their call was refused. */
  #refused = $state.raw<readonly string[]>([]);
  /** Answers that ended while a reading was under way, which may be older than their end. */
  #ended: readonly Message[] = [];
  /** A question is on its way to main, which does not have it yet. */
  #sending = false;

  /** Every branch, in the order written. Messages are replaced, never changed, so they are not proxied. */
  messages = $state.raw<readonly Message[]>([]);
  leafId = $state.raw<string | null>(null);
  /** The answer being written; the only thing that changes as words arrive. */
  draft = $state.raw<Message | null>(null);
  /** False until a stored conversation has been read. */
  loaded = $state(false);
  /** Why it could not be read. */
  error = $state.raw<AppErrorData | null>(null);
  /** The model chosen here for the next question. */
  model = $state<string | null>(null);
  /** The question sent last, which the window brings into view. */
  newest = $state<string | null>(null);
  /** The answer that ended last while the window looked on. */
  justEnded = $state<string | null>(null);
  /** Where one had read to, for when one comes back; null where the end is the place to be. */
  scrollTop: number | null = null;
  /** What is in the message box. */
  #typed = $state('');

  readonly #tree = $derived(new MessageTree(this.messages));
  readonly path = $derived(this.#tree.pathTo(this.leafId));
  /** The model of the branch's last answer; the next question asks it again. */
  readonly lastModel = $derived(this.path.findLast((message) => message.model !== null)?.model ?? null);
  readonly busy = $derived(this.draft !== null);
  /** It has a question that main knows of, or is about to. */
  readonly begun = $derived(this.messages.some(({ id }) => !this.#refused.includes(id)));
  /** It holds what would be lost with it: an answer is coming, or something was typed, chosen or refused. */
  readonly held = $derived(
    this.busy || this.#typed !== '' || this.model !== null || this.#refused.length > 0,
  );

  constructor(api: Api, conversationId: string, drafts: Pick<Drafts, 'read' | 'keep'>) {
    this.#api = api;
    this.conversationId = conversationId;
    this.#drafts = drafts;
    this.#typed = drafts.read(conversationId);
  }

  get typed(): string {
    return this.#typed;
  }

  set typed(text: string) {
    this.#typed = text;
    // What is being sent is forgotten only once it is on disk.
    if (text !== '' || !this.#sending) this.#drafts.keep(this.conversationId, text);
  }

  /** Another chat is shown: what was new here is not when one comes back. */
  leave(): void {
    this.newest = null;
    this.justEnded = null;
  }

  siblings(message: Message): readonly Message[] {
    return this.#tree.siblings(message);
  }

  /** Reads the conversation as it is on disk. What is known here and newer stays. */
  async load(): Promise<void> {
    try {
      this.begin(await this.#api.call('conversations.open', { id: this.conversationId }));
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    }
    this.#ended = [];
  }

  /** Takes what has been read. */
  begin(stored: Transcript): void {
    const known = this.#tree;
    const messages = stored.messages.map((message) => this.#newer(message, known.get(message.id)));
    const here = new MessageTree(messages);
    const only = this.messages.filter(({ id }) => !here.get(id));
    this.messages = [...messages, ...only];
    this.draft = this.messages.find(({ status }) => status === 'streaming') ?? null;
    if (!this.loaded) this.leafId = stored.leafId ?? messages.at(-1)?.id ?? null;
    this.loaded = true;
    this.error = null;
  }

  /** Shows the question at once; main stores it and streams the answer back. */
  async send(text: string, model: string): Promise<void> {
    if (this.busy || !this.loaded) return;
    const parentId = this.path.findLast(
      ({ id, role }) => role === 'assistant' && !this.#refused.includes(id),
    )?.id;
    const question: Message = {
      id: crypto.randomUUID(),
      conversationId: this.conversationId,
      parentId: parentId ?? null,
      role: 'user',
      text,
      status: 'done',
      model: null,
      error: null,
      createdAt: Date.now(),
    };
    this.messages = [...this.messages, question];
    await this.#ask(question, model, true);
  }

  /** Asks a question once more. The answers it has stay beside the new one. */
  async again(questionId: string, model: string): Promise<void> {
    const question = this.#tree.get(questionId);
    if (this.busy || !question) return;
    // An answer that was refused holds no words; the new one takes its place.
    this.messages = this.messages.filter(
      ({ id, parentId }) => parentId !== questionId || !this.#refused.includes(id),
    );
    await this.#ask(question, model, this.#refused.includes(questionId));
  }

  async stop(): Promise<void> {
    const answerId = this.draft?.id;
    if (!answerId) return;
    try {
      await this.#api.call('turn.stop', { answerId });
    } catch {
      await this.load(); // Nothing to stop: what is on disk tells how it ended.
    }
  }

  /** Shows the newest branch below a message. */
  async show(siblingId: string): Promise<void> {
    const leafId = this.#tree.newestLeaf(siblingId);
    this.leafId = leafId;
    if (this.#refused.includes(leafId)) return;
    try {
      await this.#api.call('conversations.show', { id: this.conversationId, leafId });
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    }
  }

  receive(event: AppEvent): void {
    if (event.name === 'turn.delta' && event.answerId === this.draft?.id) {
      this.#append(this.draft, event.at, event.text);
    } else if (event.name === 'turn.ended' && event.answer.conversationId === this.conversationId) {
      this.#ended = [...this.#ended, event.answer];
      if (this.#tree.get(event.answer.id)) this.#settle(event.answer);
    }
  }

  async #ask(question: Message, model: string, first: boolean): Promise<void> {
    const { conversationId, id: questionId, parentId, text } = question;
    const answerId = crypto.randomUUID();
    const answer: Message = {
      ...question,
      id: answerId,
      parentId: questionId,
      role: 'assistant',
      text: '',
      status: 'streaming',
      model,
      createdAt: Date.now(),
    };
    this.messages = [...this.messages, answer];
    this.leafId = answerId;
    this.draft = answer;
    this.newest = questionId;
    this.#sending = first;
    try {
      const call = { conversationId, questionId, answerId, model };
      if (first) await this.#api.call('turn.start', { ...call, parentId, text });
      else await this.#api.call('turn.again', call);
      this.#sending = false;
      this.#refused = this.#refused.filter((id) => id !== questionId);
      this.#drafts.keep(conversationId, this.#typed);
    } catch (thrown) {
      this.#sending = false;
      // The question stays on the screen, with the reason where its answer would be.
      this.#refused = [...this.#refused, answerId, ...(first ? [questionId] : [])];
      this.#settle({ ...answer, status: 'failed', error: AppError.from(thrown).toData() });
    }
  }

  /** A gap means a delta was lost: read the answer again. An overlap keeps the longer text. */
  #append(draft: Message, at: number, text: string): void {
    if (at > draft.text.length) return void this.load();
    const grown = draft.text.slice(0, at) + text;
    if (grown.length > draft.text.length) this.draft = { ...draft, text: grown };
  }

  /** What was shown is never taken back, whatever the disk has kept. */
  #settle(ended: Message): void {
    const shown = this.draft?.id === ended.id ? this.draft.text : '';
    const answer = shown.length > ended.text.length ? { ...ended, text: shown } : ended;
    this.messages = this.messages.map((message) => (message.id === answer.id ? answer : message));
    this.justEnded = answer.id;
    if (this.draft?.id === answer.id) this.draft = null;
  }

  /** A reading can be older than what has been heard since: an end is final, and the longer text wins. */
  #newer(stored: Message, known: Message | undefined): Message {
    const ended = this.#ended.find(({ id }) => id === stored.id);
    if (stored.status !== 'streaming') return stored;
    if (ended) return ended;
    if (known && known.status !== 'streaming') return known;
    const heard = this.draft?.id === stored.id ? this.draft : undefined;
    return heard && heard.text.length > stored.text.length ? heard : stored;
  }
}
