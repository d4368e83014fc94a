import type { Drafts } from './drafts';

/** A question that is being put in other words. */
export interface Edit {
  readonly questionId: string;
  readonly text: string;
}

/** What is typed in one conversation and not yet sent: in its box, in its queue, and in place of a question. */
export class Typed {
  readonly #conversationId: string;
  readonly #drafts: Pick<Drafts, 'read' | 'edit' | 'keep'>;
  #box = $state('');
  #queue = $state('');
  #edit = $state.raw<Edit | null>(null);
  /** What was in the box is on its way to main, which does not have it yet. */
  sending = false;

  readonly any = $derived(this.#box !== '' || this.#queue !== '' || this.#edit !== null);

  constructor(conversationId: string, drafts: Pick<Drafts, 'read' | 'edit' | 'keep'>) {
    this.#conversationId = conversationId;
    this.#drafts = drafts;
    this.#box = drafts.read(conversationId, 'box');
    this.#queue = drafts.read(conversationId, 'queue');
    const edit = drafts.edit(conversationId);
    this.#edit = edit ? { questionId: edit.place, text: edit.text } : null;
  }

  get box(): string {
    return this.#box;
  }

  set box(text: string) {
    this.#box = text;
    // What is being sent is forgotten only once it is on disk.
    if (text !== '' || !this.sending) this.#drafts.keep(this.#conversationId, 'box', text);
  }

  /** What is on disk now is no draft. */
  sent(): void {
    this.sending = false;
    this.#drafts.keep(this.#conversationId, 'box', this.#box);
  }

  /** The message that goes when the answer has ended; empty when there is none. */
  get queue(): string {
    return this.#queue;
  }

  set queue(text: string) {
    this.#queue = text;
    this.#drafts.keep(this.#conversationId, 'queue', text);
  }

  /** One message waits: what is sent after it is a paragraph of it. */
  enqueue(text: string): void {
    this.queue = this.#queue === '' ? text : `${this.#queue}\n\n${text}`;
  }

  get edit(): Edit | null {
    return this.#edit;
  }

  /** Null: the question stays as it is. */
  set edit(edit: Edit | null) {
    if (this.#edit) this.#drafts.keep(this.#conversationId, this.#edit.questionId, '');
    this.#edit = edit;
    if (edit) this.#drafts.keep(this.#conversationId, edit.questionId, edit.text);
  }
}
