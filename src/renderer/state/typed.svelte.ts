import type { Draft } from '../../shared/model';
import type { ChatDrafts } from './drafts';

/** A question that is being put in other words. */
export interface Edit {
  readonly questionId: string;
  readonly text: string;
}

type Place = Draft['place'];

/** What is typed in one conversation and not yet sent, in whichever window: in its box, in its queue, and in place of a question. */
export class Typed {
  readonly #conversationId: string;
  readonly #drafts: ChatDrafts;
  #box = $state('');
  #queue = $state('');
  #aside = $state('');
  #edit = $state.raw<Edit | null>(null);
  /** The place whose text is on its way to main: it has left the screen, and the disk only when main has it. */
  #leaving: Place | null = null;

  readonly any = $derived(`${this.#box}${this.#queue}${this.#aside}` !== '' || this.#edit !== null);

  constructor(conversationId: string, drafts: ChatDrafts) {
    this.#conversationId = conversationId;
    this.#drafts = drafts;
    this.#box = drafts.read(conversationId, 'box');
    this.#queue = drafts.read(conversationId, 'queue');
    this.#aside = drafts.read(conversationId, 'aside');
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

  /** The message that goes when the answer has ended; empty when there is none. */
  get queue(): string {
    return this.#queue;
  }

  set queue(text: string) {
    this.#queue = text;
    this.#keep('queue', text);
  }

  /** What a window typed while another typed in the same place; empty when there is none. */
  get aside(): string {
    return this.#aside;
  }

  /** It goes on in the box, or nobody wants it. */
  dropAside({ intoBox }: { readonly intoBox: boolean }): void {
    if (intoBox) this.box = [this.#box, this.#aside].filter((text) => text !== '').join('\n\n');
    this.#aside = '';
    this.#keep('aside', '');
  }

  /** One message waits: what is sent after it is a paragraph of it. */
  enqueue(text: string): void {
    this.queue = this.#queue === '' ? text : `${this.#queue}\n\n${text}`;
  }

  get edit(): Edit | null {
    return this.#edit;
  }

  /** Null: the question stays as it is. What was typed in place of another question is there when one comes back. */
  set edit(edit: Edit | null) {
    const place = edit?.questionId ?? this.#edit?.questionId;
    this.#edit = edit;
    if (place !== undefined) this.#keep(place, edit?.text ?? '');
  }

  /** Begins to put a question in other words, or goes on with it. */
  openEdit(questionId: string, text: string): void {
    this.edit = { questionId, text: this.#drafts.read(this.#conversationId, questionId) || text };
  }

  /** Another window has typed there, or sent it. What is open nowhere here is found when it is opened. */
  follow(place: Place): void {
    if (this.#leaving === place) return;
    const text = this.#drafts.read(this.#conversationId, place);
    if (place === 'box') this.#box = text;
    else if (place === 'queue') this.#queue = text;
    else if (place === 'aside') this.#aside = text;
    else if (place === this.#edit?.questionId) this.#edit = text === '' ? null : { questionId: place, text };
  }

  /** It is sent, and main does not have it yet. */
  leave(place: Place): void {
    this.#leaving = place;
    if (place === 'queue') this.queue = '';
    else if (place === this.#edit?.questionId) this.edit = null;
  }

  /** Main has it, or nobody wants it any more: only what is on the screen is a draft. */
  arrived(place: Place): void {
    if (this.#leaving === place) this.#leaving = null;
    this.#drafts.keep(this.#conversationId, place, this.#at(place));
  }

  /** Main refused it: it stays a draft until something else is typed there. */
  stranded(): void {
    this.#leaving = null;
  }

  #keep(place: Place, text: string): void {
    if (text !== '' || this.#leaving !== place) this.#drafts.keep(this.#conversationId, place, text);
  }

  #at(place: Place): string {
    if (place === 'box') return this.#box;
    if (place === 'queue') return this.#queue;
    if (place === 'aside') return this.#aside;
    return this.#edit?.questionId === place ? this.#edit.text : '';
  }
}
