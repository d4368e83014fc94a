import type { AppEvent } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Message } from '../../shared/model';
import { noSpending } from '../../shared/money';
import type { Api } from '../api';
import { Accounts } from './accounts.svelte';
import { Chat } from './chat.svelte';
import type { ChatDrafts } from './drafts';
import { Models } from './models.svelte';
import { SettingsState } from './settings.svelte';

/** What is typed here is kept once it is asked. */
const noDrafts: ChatDrafts = { read: () => '', edit: () => undefined, keep: () => undefined };

/** The small window: one conversation at a time, which is in the library like any other. */
export class QuickAsk {
  readonly #api: Api;
  readonly accounts: Accounts;
  readonly models: Models;
  readonly settings: SettingsState;
  /** Why nothing can be asked. */
  trouble = $state<'closed' | 'no-account' | null>(null);
  started = $state(false);
  chat: Chat;

  constructor(api: Api) {
    this.#api = api;
    this.accounts = new Accounts(api);
    this.models = new Models(api, this.accounts);
    this.settings = new SettingsState(api);
    this.chat = $state.raw(this.#newChat());
  }

  /** Resolves when it can be asked, or says why not. Rejects where nobody foresaw why. */
  async start(): Promise<void> {
    try {
      const { accounts, offer, settings, platform, readOnly } = await this.#api.call('app.start');
      this.accounts.begin(accounts, offer);
      this.settings.begin(settings, platform);
      if (settings.accent === 'system') void this.settings.readAccent();
      if (readOnly) this.trouble = 'closed';
      else this.#look();
      this.started = true;
    } catch (thrown) {
      if (AppError.from(thrown).code !== 'LIBRARY_CLOSED') throw thrown;
      this.trouble = 'closed';
      this.started = true;
    }
  }

  /** What is asked. */
  get model(): string {
    return (
      this.chat.model ??
      this.chat.lastModel ??
      this.settings.current.quickAsk.model ??
      this.models.defaultFor(null)
    );
  }

  /** The answer that is read now; null before the first question. */
  get answer(): Message | null {
    const last = this.chat.shown.at(-1);
    return last?.role === 'assistant' ? last : null;
  }

  get question(): Message | null {
    return this.chat.shown.findLast(({ role }) => role === 'user') ?? null;
  }

  /** Also for the next time. */
  choose(model: string): void {
    this.chat.model = model;
    void this.settings.change({ quickAsk: { ...this.settings.current.quickAsk, model } });
  }

  ask(text: string): void {
    if (this.trouble === null && !this.chat.busy && text.trim() !== '') void this.chat.send(text, this.model);
  }

  /** What is asked next begins a new chat. An answer that is still written goes on where it is. */
  clear(): void {
    this.chat = this.#newChat();
  }

  /** Goes on in the main window; here a new chat begins. */
  async continueInWindow(): Promise<void> {
    const { conversationId, begun } = this.chat;
    if (!begun) return;
    await this.#api.call('desktop.showChat', { conversationId });
    this.clear();
    this.hide();
  }

  hide(): void {
    this.#api.call('quickAsk.hide').catch(() => undefined); // then it stays
  }

  fit(height: number, stays: boolean): void {
    const wish = { height: Math.max(1, Math.ceil(height)), stays };
    this.#api.call('quickAsk.fit', wish).catch(() => undefined); // then one scrolls
  }

  receive(event: AppEvent): void {
    this.settings.receive(event);
    this.accounts.receive(event);
    this.models.receive(event);
    if (event.name === 'accounts.changed' && this.trouble !== 'closed') this.#look();
    this.chat.receive(event);
    if (event.name === 'library.closed') this.trouble = 'closed';
    if (event.name === 'quickAsk.shown' && this.trouble !== null) void this.start();
  }

  /** Whether there is a server to ask. */
  #look(): void {
    this.trouble = this.accounts.default ? null : 'no-account';
    if (this.trouble === null && this.models.known.length === 0) void this.models.readKnown();
  }

  #newChat(): Chat {
    const chat = new Chat(this.#api, crypto.randomUUID(), noDrafts);
    const options = { accountId: null, instructions: null, effort: null, verbosity: null };
    chat.begin({ messages: [], leafId: null, options, waiting: null, spending: noSpending });
    return chat;
  }
}
