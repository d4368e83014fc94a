import type { AppEvent } from '../../shared/contract';
import type { Opening, Transcript } from '../../shared/model';
import { noSpending } from '../../shared/money';
import type { Api } from '../api';
import { idSet } from '../lib/ids';
import { Chat } from './chat.svelte';
import type { ChatDrafts } from './drafts';

export interface OpenChatsDeps {
  readonly api: Api;
  readonly drafts: ChatDrafts;
  /** By which main knows the window; where it has none, what it shows is what any new one comes back to. */
  readonly window?: string | null;
}

const nothing: Transcript = {
  messages: [],
  leafId: null,
  options: { accountId: null, instructions: null, effort: null, verbosity: null },
  waiting: null,
  spending: noSpending,
};

/** The chat that is shown, those that hold something while it is, and one that is about to be shown. */
export class OpenChats {
  readonly #deps: OpenChatsDeps;
  #all: readonly Chat[] = [];
  /** One that is about to be shown. */
  prepared = $state.raw<Chat | null>(null);

  constructor(deps: OpenChatsDeps) {
    this.#deps = deps;
  }

  /** One that has not begun. */
  makeNew(): Chat {
    return this.#make(crypto.randomUUID(), nothing);
  }

  /** One that is kept nowhere. */
  makeTemporary(): Chat {
    const { api, window = null } = this.#deps;
    const chat = new Chat(api, crypto.randomUUID(), null, window);
    chat.begin(nothing);
    return this.#add(chat);
  }

  /** As it is held; otherwise as it was prepared, or with this transcript. Without either it is read. */
  get(conversationId: string, transcript?: Transcript | Opening): Chat {
    return this.#find(conversationId) ?? this.#make(conversationId, transcript);
  }

  /** The one that has not begun, so that what was typed in it is found again. */
  unbegun(): Chat | undefined {
    const unbegun = this.#all.filter((chat) => chat.loaded && !chat.begun && !chat.temporary);
    return unbegun.find(({ typed }) => typed.any) ?? unbegun.find(({ held }) => held) ?? unbegun.at(-1);
  }

  /** A conversation is about to be opened: it is read while the button of the mouse is still down. */
  prepare(conversationId: string): void {
    this.prepared?.leave();
    this.prepared = this.#find(conversationId) ? null : this.#read(conversationId);
  }

  /** It is not shown, after all. */
  dismiss(): void {
    this.prepared?.leave();
    this.prepared = null;
  }

  /** Finds what was typed in a chat that never began: no list has it, so a new chat starts with it. */
  async recover(drafted: readonly string[]): Promise<void> {
    for (const id of drafted) {
      if (this.#find(id)) continue;
      const chat = new Chat(this.#deps.api, id, this.#deps.drafts);
      await chat.load();
      if (!chat.loaded || chat.begun) continue;
      this.#add(chat);
      return;
    }
  }

  /** Another chat is shown: only what holds something stays. */
  keepWith(shown: string): void {
    this.#all = this.#all.filter((chat) => chat.conversationId === shown || (chat.held && !chat.temporary));
  }

  drop(conversationId: string): void {
    this.#all = this.#all.filter((chat) => chat.conversationId !== conversationId);
  }

  /** Something in a conversation is as it was before. */
  reread(conversationId: string): void {
    void this.#find(conversationId)?.reread();
  }

  /** Those of these that are open. */
  among(ids: readonly string[]): readonly string[] {
    const wanted = idSet(ids);
    return this.#all.map(({ conversationId }) => conversationId).filter((id) => wanted.has(id));
  }

  receive(event: AppEvent): void {
    if (event.name === 'import.ended') this.prepared = null; // it may have grown
    for (const chat of this.#all) chat.receive(event);
    this.prepared?.receive(event);
  }

  #find(conversationId: string): Chat | undefined {
    return this.#all.find((chat) => chat.conversationId === conversationId);
  }

  #make(conversationId: string, transcript?: Transcript | Opening): Chat {
    const prepared = this.prepared;
    this.prepared = null;
    const wanted = prepared?.conversationId === conversationId && !transcript;
    if (!wanted) prepared?.leave();
    return this.#add(wanted ? prepared : this.#read(conversationId, transcript));
  }

  #add(chat: Chat): Chat {
    this.#all = [...this.#all, chat];
    return chat;
  }

  #read(conversationId: string, transcript?: Transcript | Opening): Chat {
    const chat = new Chat(this.#deps.api, conversationId, this.#deps.drafts);
    if (transcript) chat.begin(transcript);
    else void chat.load();
    return chat;
  }
}
