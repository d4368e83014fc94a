import { createApi, type Api } from '../../src/renderer/api';
import { Accounts } from '../../src/renderer/state/accounts.svelte';
import { Care } from '../../src/renderer/state/care.svelte';
import { Doctor } from '../../src/renderer/state/doctor.svelte';
import { Drafts } from '../../src/renderer/state/drafts';
import { Folders } from '../../src/renderer/state/folders.svelte';
import { Library } from '../../src/renderer/state/library.svelte';
import { Models } from '../../src/renderer/state/models.svelte';
import { Money } from '../../src/renderer/state/money.svelte';
import { Prices } from '../../src/renderer/state/prices.svelte';
import { Navigation } from '../../src/renderer/state/navigation.svelte';
import { SettingsState } from '../../src/renderer/state/settings.svelte';
import type { Bridge } from '../../src/shared/bridge';

/** The state classes of one window, put together as the app does. */
export class WindowState {
  readonly api: Api;
  readonly accounts: Accounts;
  readonly care: Care;
  readonly doctor: Doctor;
  readonly folders: Folders;
  readonly library: Library;
  readonly models: Models;
  readonly money = new Money();
  readonly prices: Prices;
  readonly navigation: Navigation;
  readonly settings: SettingsState;
  readonly #end: () => void;

  constructor(bridge: Bridge) {
    this.api = createApi(bridge);
    this.accounts = new Accounts(this.api);
    this.care = new Care(this.api);
    this.doctor = new Doctor(this.api);
    this.library = new Library(this.api);
    this.folders = new Folders({ api: this.api, library: this.library });
    this.models = new Models(this.api, this.accounts);
    this.prices = new Prices(this.api, this.models);
    this.settings = new SettingsState(this.api);
    this.navigation = new Navigation({ api: this.api, drafts: new Drafts(this.api) });
    this.#end = this.api.onEvent((event) => {
      this.library.receive(event);
      this.navigation.receive(event);
    });
  }

  /** Reads what a window reads first, and comes back to where one was. */
  async start(): Promise<void> {
    const first = await this.api.call('app.start');
    this.accounts.begin(first.accounts, first.offer);
    this.library.begin(first.conversations);
    this.folders.begin(first.folders);
    this.settings.begin(first.settings, first.platform);
    this.navigation.resume(first.settings.openConversation, first.transcript);
  }

  close(): void {
    this.#end();
  }
}
