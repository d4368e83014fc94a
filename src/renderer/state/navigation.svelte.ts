import type { AppEvent } from '../../shared/contract';
import type { AppErrorData } from '../../shared/errors';
import type { Opening, Transcript } from '../../shared/model';
import type { Folder } from '../../shared/order';
import { noSpending } from '../../shared/money';
import type { Words } from '../../shared/words/language';
import type { Api } from '../api';
import { idSet } from '../lib/ids';
import { Chat } from './chat.svelte';
import type { ChatDrafts } from './drafts';
import { Find } from './find.svelte';

export type SettingsSection = keyof Words['settings']['sections'];

/** A new one is made for each wish, so that asking for the same message twice is noticed. */
export interface Sought {
  readonly conversationId: string;
  readonly messageId: string;
}

interface NavigationDeps {
  readonly api: Api;
  readonly drafts: ChatDrafts;
  /** By which the window is known; where it has none, what it shows is what any new one comes back to. */
  readonly window?: string | null;
}

const nothing: Transcript = {
  messages: [],
  leafId: null,
  options: { accountId: null, instructions: null, effort: null, verbosity: null },
  waiting: null,
  spending: noSpending,
};

/** Where in the window one is. */
export class Navigation {
  readonly #deps: NavigationDeps;
  /** The chat that is shown, and those that hold something while it is. */
  #open: readonly Chat[] = [];
  /** One that is about to be shown. */
  prepared = $state.raw<Chat | null>(null);

  chat: Chat;
  /** Looks in the open chat. */
  readonly find = new Find(
    () => this.chat.shown,
    async () => (await import('./readable-messages')).readableText,
    () => this.chat.whole(),
  );
  /** What the main part of the window shows. */
  view = $state<'chat' | 'usage' | 'archive' | 'trash'>('chat');
  sidebarOpen = $state(true);
  /** The sidebar laid over a narrow window. */
  drawerOpen = $state(false);
  settings = $state<SettingsSection | null>(null);
  choosingModel = $state(false);
  /** How the open chat asks: its instructions and its account. */
  choosingOptions = $state(false);
  /** Chats are looked for, and commands. */
  palette = $state(false);
  /** A message that was chosen somewhere else, to be brought into view in the open chat. */
  sought = $state.raw<Sought | null>(null);
  /** What a token is, is being explained. */
  explaining = $state(false);
  /** The keys of all commands are listed. */
  listingShortcuts = $state(false);
  /** Chats from elsewhere are being brought in. */
  importing = $state(false);
  /** What is about to be exported: these chats, or all; null: nothing. */
  exporting = $state.raw<readonly string[] | 'all' | null>(null);
  /** Why the disk takes nothing at the moment. */
  disk = $state.raw<AppErrorData | null>(null);
  /** Counts the wishes to type, so that asking twice is noticed. */
  focusWanted = $state(0);

  constructor(deps: NavigationDeps) {
    this.#deps = deps;
    this.chat = $state.raw(this.#make(crypto.randomUUID(), nothing));
  }

  /** Comes back to what was open last. */
  resume(last: string | null, transcript: Opening | null): void {
    if (last) this.#show(last, transcript ?? undefined);
    else this.#remember();
  }

  /** Finds what was typed in a chat that never began: no list has it, so a new chat starts with it. */
  async recover(drafted: readonly string[]): Promise<void> {
    for (const id of drafted) {
      if (this.#open.some(({ conversationId }) => conversationId === id)) continue;
      const chat = new Chat(this.#deps.api, id, this.#deps.drafts);
      await chat.load();
      if (!chat.loaded || chat.begun) continue;
      this.#open = [...this.#open, chat];
      return;
    }
  }

  /** In a folder it begins as that says. */
  newChat(folder: Folder | null = null): void {
    this.#showNew();
    this.chat.beginIn(folder);
    this.#arrive();
  }

  /** One that is kept nowhere. */
  newTemporaryChat(): void {
    if (!this.chat.temporary || this.chat.begun) {
      const id = crypto.randomUUID();
      this.#depart(id);
      this.chat = new Chat(this.#deps.api, id, null);
      this.chat.begin(nothing);
      this.#open = [...this.#open, this.chat];
    }
    this.#arrive();
  }

  /** The window goes, and a temporary chat with it. */
  close(): void {
    if (this.chat.temporary) this.chat.discard();
  }

  /** A conversation is about to be opened: it is read while the button of the mouse is still down. */
  prepare(conversationId: string): void {
    this.prepared?.leave();
    const open = this.#open.some((chat) => chat.conversationId === conversationId);
    this.prepared = open ? null : this.#read(conversationId);
  }

  /** It is not, after all. */
  dismiss(): void {
    this.prepared?.leave();
    this.prepared = null;
  }

  open(conversationId: string): void {
    if (conversationId !== this.chat.conversationId) this.#show(conversationId);
    this.#arrive();
  }

  /** Opens a conversation at one of its messages, on whichever branch that is. */
  openAt(conversationId: string, messageId: string): void {
    if (conversationId !== this.chat.conversationId) this.#show(conversationId);
    this.view = 'chat';
    this.drawerOpen = false;
    this.sought = { conversationId, messageId };
  }

  chooseModel(): void {
    this.view = 'chat';
    this.choosingModel = true;
  }

  /** Something else than a chat. */
  show(view: 'usage' | 'archive' | 'trash'): void {
    this.view = view;
    this.drawerOpen = false;
    this.find.hide();
  }

  /** In a narrow window the sidebar is a drawer over the chat. */
  toggleSidebar(narrow: boolean): void {
    if (narrow) this.drawerOpen = !this.drawerOpen;
    else this.#showSidebar(!this.sidebarOpen);
  }

  #showSidebar(shown: boolean): void {
    this.sidebarOpen = shown;
    const { api, window } = this.#deps;
    if (window) api.call('window.remember', { window, sidebarOpen: shown }).catch(() => undefined);
  }

  focusComposer(): void {
    this.#arrive();
  }

  /** A conversation that was deleted is not shown any longer. */
  leave(conversationId: string): void {
    this.#open = this.#open.filter((chat) => chat.conversationId !== conversationId);
    if (this.chat.conversationId === conversationId) this.#showNew();
  }

  /** Something in a conversation is as it was before. */
  reread(conversationId: string): void {
    for (const chat of this.#open) if (chat.conversationId === conversationId) void chat.reread();
  }

  receive(event: AppEvent): void {
    if (event.name === 'disk.changed') this.disk = event.trouble;
    // It may have grown.
    if (event.name === 'import.ended' && this.chat.begun && !this.chat.busy) void this.chat.load();
    if (event.name === 'import.ended') this.prepared = null;
    if (event.name === 'conversations.arranged') this.#leaveGone(event);
    for (const chat of this.#open) chat.receive(event);
    this.prepared?.receive(event);
  }

  /** What was deleted in another window is not shown any longer. */
  #leaveGone({ ids, conversations }: Extract<AppEvent, { name: 'conversations.arranged' }>): void {
    const there = idSet(conversations.map(({ id }) => id));
    const gone = idSet(ids.filter((id) => !there.has(id)));
    for (const { conversationId } of this.#open) if (gone.has(conversationId)) this.leave(conversationId);
  }

  #arrive(): void {
    this.view = 'chat';
    this.drawerOpen = false;
    this.focusWanted += 1;
  }

  /** There is one chat that has not begun, so that what was typed in it is found again. */
  #showNew(): void {
    const unbegun = this.#open.filter((chat) => chat.loaded && !chat.begun && !chat.temporary);
    const chat = unbegun.find(({ typed }) => typed.any) ?? unbegun.find(({ held }) => held) ?? unbegun.at(-1);
    if (!chat) this.#show(crypto.randomUUID(), nothing);
    else if (chat !== this.chat) this.#show(chat.conversationId);
  }

  /** Without a transcript it is read. */
  #show(conversationId: string, transcript?: Transcript | Opening): void {
    this.#depart(conversationId);
    this.chat =
      this.#open.find((chat) => chat.conversationId === conversationId) ??
      this.#make(conversationId, transcript);
    this.#remember();
  }

  /** Another chat is shown: a temporary one goes, with what it holds. */
  #depart(next: string): void {
    this.chat.leave();
    this.close();
    this.sought = null;
    this.find.hide();
    this.#open = this.#open.filter((chat) => chat.conversationId === next || (chat.held && !chat.temporary));
  }

  /** For the next start; that it could not be kept is no reason to trouble anyone. */
  #remember(): void {
    const { conversationId } = this.chat;
    const { api, window } = this.#deps;
    const kept = window
      ? api.call('window.remember', { window, openConversation: conversationId })
      : api.call('settings.change', { openConversation: conversationId });
    kept.catch(() => undefined);
  }

  #make(conversationId: string, transcript?: Transcript | Opening): Chat {
    const prepared = this.prepared;
    this.prepared = null;
    const wanted = prepared?.conversationId === conversationId && !transcript;
    if (!wanted) prepared?.leave();
    const chat = wanted ? prepared : this.#read(conversationId, transcript);
    this.#open = [...this.#open, chat];
    return chat;
  }

  #read(conversationId: string, transcript?: Transcript | Opening): Chat {
    const chat = new Chat(this.#deps.api, conversationId, this.#deps.drafts);
    if (transcript) chat.begin(transcript);
    else void chat.load();
    return chat;
  }
}
