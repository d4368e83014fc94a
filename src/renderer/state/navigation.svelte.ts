import type { AppEvent } from '../../shared/contract';
import type { AppErrorData } from '../../shared/errors';
import type { Opening, Transcript } from '../../shared/model';
import type { Folder } from '../../shared/order';
import type { Words } from '../../shared/words/language';
import { idSet } from '../lib/ids';
import type { Chat } from './chat.svelte';
import { Find } from './find.svelte';
import { OpenChats, type OpenChatsDeps } from './open-chats.svelte';

export type SettingsSection = keyof Words['settings']['sections'];

/** A new one is made for each wish, so that asking for the same message twice is noticed. */
export interface Sought {
  readonly conversationId: string;
  readonly messageId: string;
}

/** Where in the window one is. */
export class Navigation {
  readonly #deps: OpenChatsDeps;
  readonly #chats: OpenChats;

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
  #section: SettingsSection = 'general';
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

  constructor(deps: OpenChatsDeps) {
    this.#deps = deps;
    this.#chats = new OpenChats(deps);
    this.chat = $state.raw(this.#chats.makeNew());
  }

  /** Comes back to what was open last. */
  resume(last: string | null, transcript: Opening | null): void {
    if (last) this.#show(last, transcript ?? undefined);
    else this.#remember();
  }

  /** Finds what was typed in a chat that never began: no list has it, so a new chat starts with it. */
  recover(drafted: readonly string[]): Promise<void> {
    return this.#chats.recover(drafted);
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
      const chat = this.#chats.makeTemporary();
      this.#depart(chat.conversationId);
      this.chat = chat;
    }
    this.#arrive();
  }

  /** The window goes, and a temporary chat with it. */
  close(): void {
    if (this.chat.temporary) this.chat.discard();
  }

  /** A conversation is about to be opened: it is read while the button of the mouse is still down. */
  prepare(conversationId: string): void {
    this.#chats.prepare(conversationId);
  }

  /** It is not, after all. */
  dismiss(): void {
    this.#chats.dismiss();
  }

  /** The conversation that is about to be opened. */
  get prepared(): Chat | null {
    return this.#chats.prepared;
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

  /** Settings open where they were left. */
  openSettings(): void {
    this.settings = this.#section;
  }

  closeSettings(): void {
    if (this.settings !== null) this.#section = this.settings;
    this.settings = null;
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
    this.#chats.drop(conversationId);
    if (this.chat.conversationId === conversationId) this.#showNew();
  }

  /** Something in a conversation is as it was before. */
  reread(conversationId: string): void {
    this.#chats.reread(conversationId);
  }

  receive(event: AppEvent): void {
    if (event.name === 'disk.changed') this.disk = event.trouble;
    // It may have grown.
    if (event.name === 'import.ended' && this.chat.begun && !this.chat.busy) void this.chat.load();
    if (event.name === 'conversations.arranged') this.#leaveGone(event);
    this.#chats.receive(event);
  }

  /** What was deleted in another window is not shown any longer. */
  #leaveGone({ ids, conversations }: Extract<AppEvent, { name: 'conversations.arranged' }>): void {
    const there = idSet(conversations.map(({ id }) => id));
    for (const id of this.#chats.among(ids.filter((gone) => !there.has(gone)))) this.leave(id);
  }

  #arrive(): void {
    this.view = 'chat';
    this.drawerOpen = false;
    this.focusWanted += 1;
  }

  /** There is one chat that has not begun, so that what was typed in it is found again. */
  #showNew(): void {
    const chat = this.#chats.unbegun();
    if (chat === this.chat) return;
    const next = chat ?? this.#chats.makeNew();
    this.#show(next.conversationId);
  }

  /** Without a transcript it is read. */
  #show(conversationId: string, transcript?: Transcript | Opening): void {
    this.#depart(conversationId);
    this.chat = this.#chats.get(conversationId, transcript);
    this.#remember();
  }

  /** Another chat is shown: a temporary one goes, with what it holds. */
  #depart(next: string): void {
    this.chat.leave();
    this.close();
    this.sought = null;
    this.find.hide();
    this.#chats.keepWith(next);
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
}
