import type { AppEvent } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { ChatOptions, Draft, Message, Transcript, Waiting } from '../../shared/model';
import type { Api } from '../api';
import type { Drafts } from './drafts';
import { further, grow, newest } from './growing-answer';
import { MessageTree } from './message-tree';
import { newAnswer, newQuestion } from './new-message';
import { Typed } from './typed.svelte';

const usual: ChatOptions = { accountId: null, instructions: null, effort: null, verbosity: null };

/** One conversation: its tree, the branch that is shown and, while one runs, its turn. */
export class Chat {
  readonly conversationId: string;
  readonly #api: Api;
  /** Answers and questions that exist here only, since their call was refused. */
  #refused = $state.raw<readonly string[]>([]);
  /** Answers that ended while a reading is under way, which may be older than their end; null while there is none. */
  #ended: readonly Message[] | null = null;

  /** Every branch, in the order written. Messages are replaced, never changed, so they are not proxied. */
  messages = $state.raw<readonly Message[]>([]);
  leafId = $state.raw<string | null>(null);
  /** The answer being written; the only thing that changes as words arrive. */
  draft = $state.raw<Message | null>(null);
  /** Set while that answer waits for another try. */
  waiting = $state.raw<Waiting | null>(null);
  options = $state.raw<ChatOptions>(usual);
  /** False until a stored conversation has been read. */
  loaded = $state(false);
  /** Why it could not be read, or something else that was tried here. */
  error = $state.raw<AppErrorData | null>(null);
  /** The model chosen here for the next question. */
  model = $state<string | null>(null);
  /** The question sent last, which the window brings into view. */
  newest = $state<string | null>(null);
  /** The answer that ended last while the window looked on. */
  justEnded = $state<string | null>(null);
  /** The message that was deleted last, while it can be taken back. */
  removed = $state.raw<Message | null>(null);
  /** What is under way on behalf of the whole conversation. */
  working = $state<'compacting' | 'summarising' | null>(null);
  /** Where one had read to, for when one comes back; null where the end is the place to be. */
  scrollTop: number | null = null;
  readonly typed: Typed;

  readonly #tree = $derived(new MessageTree(this.messages));
  readonly path = $derived(this.#tree.pathTo(this.leafId));
  /** The model of the branch's last answer; the next question asks it again. */
  readonly lastModel = $derived(this.path.findLast((message) => message.model !== null)?.model ?? null);
  readonly busy = $derived(this.draft !== null);
  /** It has a question that main knows of, or is about to. */
  readonly begun = $derived(this.messages.some(({ id }) => !this.#refused.includes(id)));

  constructor(api: Api, conversationId: string, drafts: Pick<Drafts, 'read' | 'edit' | 'keep'>) {
    this.#api = api;
    this.conversationId = conversationId;
    this.typed = new Typed(conversationId, drafts);
  }

  /** It holds what would be lost with it: an answer is coming, or something was typed, chosen or refused. */
  get held(): boolean {
    const chosen = this.model !== null || (!this.begun && this.options !== usual);
    return this.busy || this.typed.any || chosen || this.#refused.length > 0 || this.working !== null;
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
    this.#ended ??= [];
    try {
      this.begin(await this.#api.call('conversations.open', { id: this.conversationId }));
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    }
    this.#ended = null;
  }

  /** Takes what has been read. */
  begin(stored: Transcript): void {
    const known = this.#tree;
    const messages = stored.messages.map((message) =>
      newest(message, known.get(message.id), this.#ended ?? [], this.draft),
    );
    const here = new MessageTree(messages);
    // What is on its way to main, and what main has refused, is only here.
    const ours = [...this.#refused, ...known.pathTo(this.draft?.id ?? null).map(({ id }) => id)];
    this.messages = [...messages, ...this.messages.filter(({ id }) => ours.includes(id) && !here.get(id))];
    this.draft = this.messages.find(({ status }) => status === 'streaming') ?? null;
    this.waiting = this.draft ? stored.waiting : null;
    if (!this.loaded) {
      this.leafId = stored.leafId ?? messages.at(-1)?.id ?? null;
      this.options = stored.options;
    }
    this.loaded = true;
    this.error = null;
  }

  /** Shows at once how this conversation asks from now on. */
  async configure(changes: Partial<ChatOptions>): Promise<void> {
    this.options = { ...this.options, ...changes };
    if (!this.begun) return; // its first question brings them along
    const { conversationId: id, options } = this;
    await this.#try(() => this.#api.call('conversations.configure', { id, options }));
  }

  /** Shows the question at once; main stores it and streams the answer back. While one is written it waits. */
  async send(text: string, model: string): Promise<void> {
    if (!this.loaded) return;
    if (this.busy) return this.typed.enqueue(text);
    await this.#send(text, model, 'box');
  }

  /** Sends what waited. */
  async sendQueued(model: string): Promise<void> {
    const { queue } = this.typed;
    if (this.busy || queue === '') return;
    const sending = this.#send(queue, model, 'queue');
    this.typed.queue = '';
    await sending;
  }

  /** Asks in other words: a question beside the one that is edited, which stays. */
  async edit(model: string): Promise<void> {
    const { edit } = this.typed;
    const question = edit && this.#tree.get(edit.questionId);
    if (this.busy || !question || edit.text.trim() === '') return;
    const other = newQuestion(this.conversationId, question.parentId, edit.text);
    const asking = this.#ask(other, model, question.id);
    this.typed.edit = null;
    await asking;
  }

  /** Asks a question once more. The answers it has stay beside the new one. */
  async again(questionId: string, model: string): Promise<void> {
    const question = this.#tree.get(questionId);
    if (this.busy || !question) return;
    // An answer that was refused holds no words; the new one takes its place.
    this.messages = this.messages.filter(
      ({ id, parentId }) => parentId !== questionId || !this.#refused.includes(id),
    );
    await this.#ask(question, model, null);
  }

  /** Lets an answer that ended too soon go on from its last word. */
  async continue(answerId: string): Promise<void> {
    const before = this.#tree.get(answerId);
    if (this.busy || !before) return;
    const { conversationId, options } = this;
    this.#put({ ...before, status: 'streaming', error: null });
    this.draft = this.#tree.get(answerId) ?? null;
    try {
      await this.#api.call('turn.continue', { conversationId, answerId, options });
    } catch (thrown) {
      this.draft = null;
      this.#put(before);
      this.error = AppError.from(thrown).toData();
    }
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

  /** Does not wait any longer before the next try. */
  async tryNow(): Promise<void> {
    const answerId = this.draft?.id;
    if (answerId) await this.#try(() => this.#api.call('turn.tryNow', { answerId }));
  }

  /** Shows the newest branch below a message. */
  async show(siblingId: string): Promise<void> {
    const leafId = this.#tree.newestLeaf(siblingId);
    this.leafId = leafId;
    if (this.#refused.includes(leafId)) return;
    await this.#try(() => this.#api.call('conversations.show', { id: this.conversationId, leafId }));
  }

  /** With all that follows it. */
  async remove(message: Message): Promise<void> {
    const { conversationId } = this;
    if (this.#refused.includes(message.id)) return this.#forget(message);
    await this.#take(() => this.#api.call('messages.delete', { conversationId, id: message.id }));
    if (!this.#tree.get(message.id)) this.removed = message;
  }

  async restore(): Promise<void> {
    const { conversationId, removed } = this;
    this.removed = null;
    if (!removed) return;
    await this.#take(() => this.#api.call('messages.restore', { conversationId, id: removed.id }));
  }

  /** Has later requests carry a digest of everything before a question; then asks it again. */
  async compact(questionId: string, model: string): Promise<void> {
    const messageId = this.#tree.get(questionId)?.parentId;
    if (!messageId || this.working) return;
    this.working = 'compacting';
    const id = this.conversationId;
    const done = await this.#take(() => this.#api.call('conversations.compact', { id, messageId, model }));
    this.working = null;
    if (done) await this.again(questionId, model);
  }

  /** Everything before a question in few words, and the question; null where it could not be had. */
  async summary(questionId: string, model: string): Promise<string | null> {
    const question = this.#tree.get(questionId);
    if (!question?.parentId || this.working) return null;
    this.working = 'summarising';
    const wish = { id: this.conversationId, messageId: question.parentId, model };
    const said: string[] = [];
    await this.#try(async () => said.push((await this.#api.call('conversations.summarise', wish)).text));
    this.working = null;
    return said.length === 0 ? null : [...said, question.text].join('\n\n');
  }

  receive(event: AppEvent): void {
    if (event.name === 'turn.delta' || event.name === 'turn.part') {
      if (event.answerId !== this.draft?.id) return;
      this.waiting = null;
      const grown = grow(this.draft, event);
      if (grown) this.draft = grown;
      else void this.load();
    } else if (event.name === 'turn.waiting') {
      if (event.answerId === this.draft?.id) this.waiting = event.waiting;
    } else if (event.name === 'turn.ended' && event.answer.conversationId === this.conversationId) {
      if (this.#ended) this.#ended = [...this.#ended, event.answer];
      if (this.#tree.get(event.answer.id)) this.#settle(event.answer);
    }
  }

  async #send(text: string, model: string, place: 'box' | 'queue'): Promise<void> {
    const last = this.path.findLast(({ id, role }) => role === 'assistant' && !this.#refused.includes(id));
    await this.#ask(newQuestion(this.conversationId, last?.id ?? null, text), model, place);
  }

  /** `place`: where the question was typed; null where it has been asked before. */
  async #ask(question: Message, model: string, place: Draft['place'] | null): Promise<void> {
    const first = place !== null || this.#refused.includes(question.id);
    if (place !== null) this.typed.leave(place);
    const { conversationId, id: questionId, parentId, text } = question;
    const answer = newAnswer(question, model);
    const answerId = answer.id;
    const known = this.#tree.get(questionId) ? this.messages : [...this.messages, question];
    this.messages = [...known, answer];
    this.leafId = answerId;
    this.draft = answer;
    this.newest = questionId;
    try {
      const call = { conversationId, questionId, answerId, model, options: this.options };
      if (first) await this.#api.call('turn.start', { ...call, parentId, text, ...(place && { place }) });
      else await this.#api.call('turn.again', call);
      this.#refused = this.#refused.filter((id) => id !== questionId);
      this.typed.left(true);
    } catch (thrown) {
      this.typed.left(false);
      // The question stays on the screen, with the reason where its answer would be.
      this.#refused = [...this.#refused, answerId, ...(first ? [questionId] : [])];
      this.#settle({ ...answer, status: 'failed', error: AppError.from(thrown).toData() });
    }
  }

  /** What was shown is never taken back, whatever the disk has kept. */
  #settle(ended: Message): void {
    const answer = this.draft?.id === ended.id ? further(ended, this.draft) : ended;
    this.#put(answer);
    this.justEnded = answer.id;
    if (this.draft?.id !== answer.id) return;
    this.draft = null;
    this.waiting = null;
    if (answer.status === 'done') void this.sendQueued(this.model ?? answer.model ?? '');
  }

  #put(message: Message): void {
    this.messages = this.messages.map((other) => (other.id === message.id ? message : other));
  }

  /** A question that main never had is only here. */
  #forget(message: Message): void {
    this.messages = this.messages.filter((other) => !this.#tree.pathTo(other.id).includes(message));
    const beside = this.messages.findLast(({ parentId }) => parentId === message.parentId);
    this.leafId = beside ? this.#tree.newestLeaf(beside.id) : message.parentId;
  }

  /** Takes the conversation as main has it now. */
  async #take(act: () => Promise<Transcript>): Promise<boolean> {
    return this.#try(async () => {
      const stored = await act();
      this.begin(stored);
      this.leafId = stored.leafId;
    });
  }

  async #try(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
      return false;
    }
  }
}
