import type { Message } from '../../shared/model';
import { MessageTree } from './message-tree';

/** A conversation's messages as the window knows them, and the branch that is shown. */
export class Branches {
  /** Every branch, in the order written. Messages are replaced, never changed, so they are not proxied. */
  messages = $state.raw<readonly Message[]>([]);
  /** The end of the branch that is shown. */
  leafId = $state.raw<string | null>(null);
  /** Answers and questions that exist here only, since their call was refused. */
  #refused = $state.raw<readonly string[]>([]);

  readonly #tree = $derived(new MessageTree(this.messages));
  readonly path = $derived(this.#tree.pathTo(this.leafId));
  /** There is a question that main knows of, or is about to. */
  readonly begun = $derived(this.messages.some(({ id }) => !this.isRefused(id)));
  readonly anyRefused = $derived(this.#refused.length > 0);
  readonly lastModel = $derived(this.path.findLast(({ model }) => model !== null)?.model ?? null);
  /** What the next question follows: the last answer that main has. */
  readonly lastAnswer = $derived(
    this.path.findLast(({ id, role }) => role === 'assistant' && !this.isRefused(id))?.id ?? null,
  );

  get(id: string): Message | undefined {
    return this.#tree.get(id);
  }

  siblings(message: Message): readonly Message[] {
    return this.#tree.siblings(message);
  }

  isRefused(id: string): boolean {
    return this.#refused.includes(id);
  }

  /** Takes what was read. `writing` is the answer whose branch main may not have stored yet. */
  read(messages: readonly Message[], writing: string | null): void {
    const read = new MessageTree(messages);
    const asked = this.#tree.pathTo(writing);
    const only = this.messages.filter(
      (message) => !read.get(message.id) && (this.isRefused(message.id) || asked.includes(message)),
    );
    this.messages = [...messages, ...only];
  }

  /** Takes all that was read in pieces. What is here stays as it is: it is as new, or newer. */
  fill(messages: readonly Message[]): void {
    const read = new MessageTree(messages);
    const only = this.messages.filter(({ id }) => !read.get(id));
    this.messages = [...messages.map((message) => this.get(message.id) ?? message), ...only];
  }

  /** Shows a question, new or not, with the answer that begins. An answer to it that was refused holds no words. */
  open(question: Message, answer: Message): void {
    const others = this.messages.filter(
      ({ id, parentId }) => parentId !== question.id || !this.isRefused(id),
    );
    this.messages = [...others, ...(this.get(question.id) ? [] : [question]), answer];
    this.leafId = answer.id;
  }

  /** Written elsewhere; which branch is shown stays. */
  add(messages: readonly Message[]): void {
    this.messages = [...this.messages, ...messages];
  }

  put(message: Message): void {
    this.messages = this.messages.map((other) => (other.id === message.id ? message : other));
  }

  /** Main has it. */
  stored(id: string): void {
    this.#refused = this.#refused.filter((other) => other !== id);
  }

  refuse(...ids: readonly string[]): void {
    this.#refused = [...this.#refused, ...ids];
  }

  /** Shows the newest branch below a message; the end of it. */
  show(id: string): string {
    const leafId = this.#tree.newestLeaf(id);
    this.leafId = leafId;
    return leafId;
  }

  /** What main never had goes without a word to it, and what is beside it is shown. */
  forget(message: Message): void {
    const beside = this.siblings(message).findLast(({ id }) => id !== message.id);
    this.messages = this.messages.filter(({ id }) => !this.#tree.pathTo(id).includes(message));
    if (beside) this.show(beside.id);
    else this.leafId = message.parentId;
  }
}
