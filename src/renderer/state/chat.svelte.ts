import type { AppEvent } from '../../shared/contract';
import type { ChatOptions, Message, Opening, Transcript } from '../../shared/model';
import type { Folder } from '../../shared/order';
import { noSpending, type Receipt, type Spending } from '../../shared/money';
import type { Api } from '../api';
import type { Place } from '../lib/place';
import type { Wait } from '../lib/wait';
import { Asking } from './asking.svelte';
import { Branches } from './branches.svelte';
import { type ChatDrafts, Drafts } from './drafts';
import { LiveTurn } from './live-turn.svelte';
import { NextRequest } from './next-request.svelte';
import { Outgrown } from './outgrown.svelte';
import { Rest } from './rest.svelte';
import { Trouble } from './trouble.svelte';
import { Typed } from './typed.svelte';
import { withReceipt } from './spending';

const usual: ChatOptions = { accountId: null, instructions: null, effort: null, verbosity: null };

/** One conversation: its tree, the branch that is shown and, while one runs, its turn. */
export class Chat {
  readonly conversationId: string;
  /** It is kept nowhere: nothing of it outlives its being shown. */
  readonly temporary: boolean;
  readonly typed: Typed;
  readonly outgrown: Outgrown;
  /** What would be sent now. */
  readonly next: NextRequest;
  /** Why it could not be read, or something else that was tried here. */
  readonly trouble = new Trouble();
  readonly #api: Api;
  readonly #branches = new Branches();
  readonly #turn: LiveTurn;
  readonly #asking: Asking;
  readonly #rest: Rest;
  /** How many of its messages are being deleted or put back by this window, which takes what main answers. */
  #deleting = 0;

  options = $state.raw<ChatOptions>(usual);
  /** What it has cost so far. */
  spending = $state.raw<Spending>(noSpending);
  /** False until a stored conversation has been read. */
  loaded = $state(false);
  /** The model chosen here for the next question. */
  model = $state<string | null>(null);
  /** The message that was deleted last, while it can be taken back. */
  removed = $state.raw<Message | null>(null);
  /** Where one had read to, for when one comes back; null where the end is the place to be. */
  place: Place | null = null;

  /** Without drafts it is a temporary one, which goes with its window. */
  constructor(api: Api, conversationId: string, drafts: ChatDrafts | null, window: string | null = null) {
    this.#api = api;
    this.temporary = drafts === null;
    this.conversationId = conversationId;
    const shared = { api, conversationId, branches: this.#branches };
    const turn = (this.#turn = new LiveTurn(api));
    const typed = (this.typed = new Typed(conversationId, drafts ?? new Drafts(null)));
    const asked = { ...shared, typed, temporary: this.temporary, options: () => this.options };
    this.#asking = new Asking({ ...asked, turn, window });
    this.next = new NextRequest({ ...asked, loaded: () => this.loaded });
    this.#rest = new Rest({ ...shared, trouble: this.trouble, again: () => this.load() });
    this.outgrown = new Outgrown({ ...shared, trouble: this.trouble, take: (stored) => this.#take(stored) });
  }

  /** Every branch, in the order written. */
  get messages(): readonly Message[] {
    return this.#branches.messages;
  }

  get path(): readonly Message[] {
    return this.#branches.path;
  }

  /** How many messages of the path are still to be read, all before it; null once every branch has been. */
  get before(): number | null {
    return this.#rest.before;
  }

  /** The model of the branch's last answer; the next question asks it again. */
  get lastModel(): string | null {
    return this.#branches.lastModel;
  }

  /** It has a question that main knows of, or is about to. */
  get begun(): boolean {
    return this.#branches.begun;
  }

  /** The answer being written; it is further on than its message in the path. */
  get draft(): Message | null {
    return this.#turn.answer;
  }

  /** Set while that answer waits for another try. */
  get waiting(): Wait | null {
    return this.#turn.waiting;
  }

  /** The path, with the answer being written as far as it is. */
  get shown(): readonly Message[] {
    const { draft } = this;
    return draft ? this.path.map((message) => (message.id === draft.id ? draft : message)) : this.path;
  }

  get busy(): boolean {
    return this.draft !== null;
  }

  /** The question sent last, which the window brings into view. */
  get newest(): string | null {
    return this.#asking.newest;
  }

  /** The answer that ended last while the window looked on. */
  get justEnded(): string | null {
    return this.#asking.justEnded;
  }

  /** It holds what would be lost with it: an answer is coming, or something was typed, chosen or refused. */
  get held(): boolean {
    const chosen = this.model !== null || (!this.begun && this.options !== usual);
    return (
      this.busy || this.typed.any || chosen || this.#branches.anyRefused || this.outgrown.working !== null
    );
  }

  /** Keeps a text of this chat as a file, where the user wants it. */
  async saveFile(name: string, text: string): Promise<void> {
    await this.trouble.try(() => this.#api.call('file.save', { name, text }));
  }

  siblings(message: Message): readonly Message[] {
    return this.#branches.siblings(message);
  }

  /** Resolves when every branch has been read; with false where that cannot be. */
  whole(): Promise<boolean> {
    return this.#rest.whole();
  }

  /** Another chat is shown: what was new here is not when one comes back. */
  leave(): void {
    if (!this.held) this.#rest.stop();
    this.#asking.newest = null;
    this.#asking.justEnded = null;
    this.next.leaveOut = [];
  }

  /** A temporary chat is left for good: main, too, forgets what was said. */
  discard(): void {
    this.#api.call('conversations.forget', { id: this.conversationId }).catch(() => undefined);
  }

  /** Reads the conversation as it is on disk. What is known here and newer stays. */
  async load(): Promise<void> {
    const wish = { id: this.conversationId, whole: this.loaded };
    const read = async () => this.begin(await this.#api.call('conversations.open', wish));
    await this.trouble.try(
      () => this.#turn.reading(read),
      () => this.load(),
    );
  }

  /** Takes what has been read, and goes on to read what is missing. */
  begin(read: Transcript | Opening): void {
    const { messages, leafId, options, waiting, spending } = read;
    this.spending = spending;
    const newest = messages.map((message) => this.#turn.newest(message, this.#branches.get(message.id)));
    this.#branches.read(newest, this.draft?.id ?? null);
    this.#turn.resume({ messages: this.messages, waiting });
    if (!this.loaded) {
      this.#branches.leafId = leafId ?? messages.at(-1)?.id ?? null;
      this.options = options;
    }
    this.loaded = true;
    this.#rest.begin('before' in read ? read.before : null);
  }

  /** Reads it anew, and shows the branch that is shown there. */
  async reread(): Promise<void> {
    if (!this.loaded) return;
    const wish = { id: this.conversationId, whole: true };
    await this.trouble.try(async () => this.#take(await this.#api.call('conversations.open', wish)));
  }

  /** A chat that has not begun is put in a folder, or in none, and asks as is usual there. */
  beginIn(folder: Folder | null): void {
    if (this.begun || (!folder && !this.options.folderId)) return;
    const { id: folderId = null, accountId = null, model = null } = folder ?? {};
    this.options = { ...this.options, folderId, accountId };
    this.model = model;
  }

  /** Shows at once how this conversation asks from now on. */
  async configure(changes: Partial<ChatOptions>): Promise<void> {
    this.options = { ...this.options, ...changes };
    if (!this.begun) return; // its first question brings them along
    const id = this.conversationId;
    await this.trouble.try(() => this.#api.call('conversations.configure', { id, options: this.options }));
  }

  /** Shows the question at once; main stores it and streams the answer back. While one is written it waits. */
  async send(text: string, model: string): Promise<void> {
    if (!this.loaded) return;
    if (this.busy) this.typed.enqueue(text);
    else await this.#asking.askNew(this.#branches.lastAnswer, text, model, 'box', this.next.take());
  }

  /** Sends what waited. */
  async sendQueued(model: string): Promise<void> {
    const { queue } = this.typed;
    if (this.busy || queue === '') return;
    await this.#asking.askNew(this.#branches.lastAnswer, queue, model, 'queue');
  }

  /** Asks in other words: a question beside the one that is edited, which stays. */
  async edit(model: string): Promise<void> {
    const { edit } = this.typed;
    const question = edit && this.#branches.get(edit.questionId);
    if (this.busy || !question || edit.text.trim() === '') return;
    await this.#asking.askNew(question.parentId, edit.text, model, question.id);
  }

  /** Asks a question once more. The answers it has stay beside the new one. */
  async again(questionId: string, model: string, beyondBudget = false): Promise<void> {
    const question = this.#branches.get(questionId);
    if (!this.busy && question) await this.#asking.again(question, model, beyondBudget);
  }

  /** Lets an answer that ended too soon go on from its last word. */
  async continue(answerId: string, beyondBudget = false): Promise<void> {
    const answer = this.#branches.get(answerId);
    if (this.busy || !answer) return;
    await this.trouble.try(
      () => this.#asking.continue(answer, beyondBudget),
      () => this.continue(answerId, beyondBudget),
    );
  }

  async stop(): Promise<void> {
    try {
      await this.#turn.stop();
    } catch {
      await this.load(); // Nothing to stop: what is on disk tells how it ended.
    }
  }

  /** Does not wait any longer before the next try. */
  async tryNow(): Promise<void> {
    await this.trouble.try(() => this.#turn.tryNow());
  }

  /** Shows the branch that a message is on. Resolves with false where there is no such message. */
  async bring(messageId: string): Promise<boolean> {
    const there = () => this.path.some(({ id }) => id === messageId);
    if (there() || (this.before !== null && !(await this.whole()))) return there();
    if (!there() && this.#branches.get(messageId)) await this.show(messageId);
    return there();
  }

  /** Shows the newest branch below a message. */
  async show(siblingId: string): Promise<void> {
    if (this.before !== null && !(await this.whole())) return;
    const leafId = this.#branches.show(siblingId);
    if (this.#branches.isRefused(leafId)) return;
    const id = this.conversationId;
    await this.trouble.try(() => this.#api.call('conversations.show', { id, leafId }));
  }

  /** With all that follows it. */
  async remove(message: Message): Promise<void> {
    const { id } = message;
    if (this.#branches.isRefused(id)) {
      if (this.before === null || (await this.whole())) this.#asking.forget(message);
      return;
    }
    const { conversationId } = this;
    this.#deleting += 1;
    await this.trouble.try(async () => {
      this.#take(await this.#api.call('messages.delete', { conversationId, id }));
      this.removed = message;
    });
    this.#deleting -= 1;
  }

  async restore(): Promise<void> {
    const { conversationId, removed } = this;
    if (!removed) return;
    this.removed = null;
    const { id } = removed;
    this.#deleting += 1;
    await this.trouble.try(async () =>
      this.#take(await this.#api.call('messages.restore', { conversationId, id })),
    );
    this.#deleting -= 1;
  }

  /** Every call that was made for an answer. */
  receipts(messageId: string): Promise<readonly Receipt[]> {
    return this.#api.call('receipts.of', { messageId });
  }

  receive(event: AppEvent): void {
    if (event.name === 'turn.delta' || event.name === 'turn.part' || event.name === 'turn.waiting') {
      if (!this.#turn.hear(event)) void this.load();
    } else if (event.name === 'turn.started' && event.answer.conversationId === this.conversationId) {
      if (this.loaded) this.#asking.heard(event);
    } else if (event.name === 'messages.changed' && event.conversationId === this.conversationId) {
      if (!this.busy && this.#deleting === 0) void this.reread();
    } else if (event.name === 'turn.ended' && event.answer.conversationId === this.conversationId) {
      if (this.#asking.end(event.answer)) void this.#follow(event.answer);
    } else if (event.name === 'draft.changed' && event.draft.conversationId === this.conversationId) {
      this.typed.follow(event.draft.place);
    } else if (event.name === 'money.spent' && event.receipt.conversationId === this.conversationId) {
      this.spending = withReceipt(this.spending, event);
    }
  }

  /** Sends what waited for the answer, unless another window does. */
  async #follow({ id: answerId, model }: Message): Promise<void> {
    if (this.typed.queue === '') return;
    const first = this.temporary || (await this.#api.call('drafts.claim', { answerId }).catch(() => false));
    if (first) await this.sendQueued(this.model ?? model ?? '');
  }

  /** Shows the conversation as main has it now. */
  #take(stored: Transcript): void {
    this.begin(stored);
    this.#branches.leafId = stored.leafId;
  }
}
