import type { AppEvent } from '../shared/contract';
import type { Message, Start } from '../shared/model';
import type { Theme } from '../shared/settings';
import { KeychainVault } from './keychain/keychain-vault';
import { OpenAiModel } from './openai/openai-model';
import { OpenAiServer } from './openai/openai-server';
import type { Patience } from './openai/silence';
import { AccountService, type Found } from './services/account-service';
import { Attempts } from './services/attempts';
import { BranchService } from './services/branch-service';
import { ContextService } from './services/context-service';
import { FileService } from './services/file-service';
import { LibraryService } from './services/library-service';
import { ModelService } from './services/model-service';
import { PatientWrites } from './services/patient-writes';
import { ReadingService } from './services/reading-service';
import { Requests } from './services/requests';
import { SettingsService } from './services/settings-service';
import { TitleService } from './services/title-service';
import { TurnService } from './services/turn-service';
import { openLibrary } from './storage/open-library';

/** What the app is given by the shell around it. */
export interface Environment {
  readonly libraryPath: string;
  /** What OpenAI's variables offered. */
  readonly found: Found;
  readonly platform: Start['platform'];
  readonly fetch: typeof globalThis.fetch;
  /** Whether the system believes that there is a network. */
  readonly online: () => boolean;
  /** How long a server may say nothing, where that is not as usual. */
  readonly patience?: Partial<Patience>;
  readonly emit: (event: AppEvent) => void;
  readonly applyTheme: (theme: Theme) => void;
  /** Asks the user where to keep a file of that name; null where they would rather not. */
  readonly chooseFile: (name: string) => Promise<string | null>;
  /** Hears of mistakes that nobody foresaw. */
  readonly report: (what: string, error: unknown) => void;
}

export interface App {
  readonly accounts: AccountService;
  readonly branches: BranchService;
  readonly context: ContextService;
  readonly files: FileService;
  readonly library: LibraryService;
  readonly models: ModelService;
  readonly reading: ReadingService;
  readonly settings: SettingsService;
  readonly turns: TurnService;
  /** What the window needs for its first paint. */
  readonly start: () => Start;
  /** The machine has slept. */
  readonly wake: () => void;
  /** Ends what runs, every word on disk. */
  readonly close: () => void;
}

/** Puts the parts together. Plain Node: the shell brings everything that is Electron's. */
export function createApp(environment: Environment): App {
  const { emit, fetch, found, online, report } = environment;
  const stored = openLibrary(environment.libraryPath);
  const now = Date.now;
  const server = new OpenAiServer(fetch);
  const model = new OpenAiModel({ fetch, report, patience: environment.patience });
  const accounts = new AccountService({ ...stored, vault: new KeychainVault(), server, found, now });
  const connection = (id: string | null) => accounts.connection(id);
  const settings = new SettingsService({ ...stored, applyTheme: environment.applyTheme });
  const accountId = (wanted: string | null) => accounts.idOf(wanted);
  const requests = new Requests({ ...stored, settings, connection });
  const titles = new TitleService({ ...stored, model, requests, settings, emit });
  const turns = new TurnService({
    ...stored,
    attempts: new Attempts({ ...stored, model, online }),
    writes: new PatientWrites({ changed: (trouble) => emit({ name: 'disk.changed', trouble }) }),
    requests,
    accountId,
    ended: (answer) => void titles.answered(answer),
    ...{ emit, report, now },
  });
  const transcript = (id: string, some?: readonly Message[]) => turns.transcript(id, some);
  const reading = new ReadingService({ ...stored, transcript });
  const stopTurns = (id: string) => turns.stopIn(id);
  const context = new ContextService({ ...stored, model, requests, transcript });
  const library = new LibraryService({ ...stored, accountId, stopTurns, emit, now });

  return {
    accounts,
    branches: new BranchService({ ...stored, transcript, stopTurns, now }),
    context,
    files: new FileService({ chooseFile: environment.chooseFile }),
    library,
    models: new ModelService({ server, connection }),
    reading,
    settings,
    turns,
    start: () => {
      const current = settings.all();
      return {
        accounts: accounts.all(),
        conversations: library.list(),
        transcript: current.openConversation === null ? null : reading.open({ id: current.openConversation }),
        drafts: library.drafts(),
        settings: current,
        offer: accounts.offer(),
        platform: environment.platform,
      };
    },
    wake: () => {
      model.wake();
      turns.online();
    },
    close: () => {
      titles.close();
      context.close();
      turns.close();
      stored.db.close();
    },
  };
}
