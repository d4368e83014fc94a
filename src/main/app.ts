import type { AppEvent } from '../shared/contract';
import type { Start, Theme } from '../shared/model';
import { KeychainVault } from './keychain/keychain-vault';
import { OpenAiModel } from './openai/openai-model';
import { OpenAiServer } from './openai/openai-server';
import { AccountService, type Found } from './services/account-service';
import { LibraryService } from './services/library-service';
import { ModelService } from './services/model-service';
import { SettingsService } from './services/settings-service';
import { TurnService } from './services/turn-service';
import { openLibrary } from './storage/open-library';

/** What the app is given by the shell around it. */
export interface Environment {
  readonly libraryPath: string;
  /** What OpenAI's variables offered. */
  readonly found: Found;
  readonly platform: Start['platform'];
  readonly fetch: typeof globalThis.fetch;
  readonly emit: (event: AppEvent) => void;
  readonly applyTheme: (theme: Theme) => void;
  /** Hears of mistakes that nobody foresaw. */
  readonly report: (what: string, error: unknown) => void;
}

export interface App {
  readonly accounts: AccountService;
  readonly library: LibraryService;
  readonly models: ModelService;
  readonly settings: SettingsService;
  readonly turns: TurnService;
  /** What the window needs for its first paint. */
  readonly start: () => Start;
  /** Ends what runs, every word on disk. */
  readonly close: () => void;
}

/** Puts the parts together. Plain Node: the shell brings everything that is Electron's. */
export function createApp({
  libraryPath,
  found,
  platform,
  fetch,
  emit,
  applyTheme,
  report,
}: Environment): App {
  const stored = openLibrary(libraryPath);
  const now = Date.now;
  const server = new OpenAiServer(fetch);
  const accounts = new AccountService({ ...stored, vault: new KeychainVault(), server, found, now });
  const connection = () => accounts.connection();
  const turns = new TurnService({
    ...stored,
    model: new OpenAiModel({ connection, fetch }),
    emit,
    report,
    now,
  });
  const library = new LibraryService({ ...stored, stopTurns: (id) => turns.stopIn(id), emit, now });
  const models = new ModelService({ server, connection });
  const settings = new SettingsService({ ...stored, applyTheme });
  return {
    accounts,
    library,
    models,
    settings,
    turns,
    start: () => {
      const current = settings.all();
      const { openConversation } = current;
      return {
        account: accounts.account(),
        conversations: library.list(),
        transcript: openConversation === null ? null : turns.transcript(openConversation),
        drafts: library.drafts(),
        settings: current,
        offer: accounts.offer(),
        platform,
      };
    },
    close: () => {
      turns.close();
      stored.db.close();
    },
  };
}
