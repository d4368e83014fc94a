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
  /** The place whose text is on its way to main, which does not have it yet. */
  #leaving: string | null = null;

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
    this.#keep('box', text);
  }

  /** What is being sent is forgotten only once main has it on disk: until then a crash must find it. */
  leave(place: string): void {
    this.#leaving = place;
  }

  /** Main has it: it is no draft any more. Refused: it stays one. */
  left(stored: boolean): void {
    const place = this.#leaving;
    this.#leaving = null;
    if (stored && place !== null) this.#keep(place, this.#textAt(place));
  }

  /** The message that goes when the answer has ended; empty when there is none. */
  get queue(): string {
    return this.#queue;
  }

  set queue(text: string) {
    this.#queue = text;
    this.#keep('queue', text);
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
    if (this.#edit) this.#keep(this.#edit.questionId, '');
    this.#edit = edit;
    if (edit) this.#keep(edit.questionId, edit.text);
  }

  #keep(place: string, text: string): void {
    if (text === '' && place === this.#leaving) return;
    this.#drafts.keep(this.#conversationId, place, text);
  }

  #textAt(place: string): string {
    if (place === 'box') return this.#box;
    if (place === 'queue') return this.#queue;
    return this.#edit?.questionId === place ? this.#edit.text : '';
  }
}
