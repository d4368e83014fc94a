import type { AppEvent } from '../shared/contract';
import type { Start } from '../shared/model';
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
import { BudgetGate } from './services/money/budget-gate';
import { MeteredModel } from './services/money/metered-model';
import { Receipts } from './services/money/receipts';
import { UsageService } from './services/money/usage-service';
import type { AnswerRequest } from './services/chat-model';
import { PriceList } from './services/money/price-list';
import { PatientWrites } from './services/patient-writes';
import { Requests } from './services/requests';
import { SettingsService } from './services/settings-service';
import { TitleService } from './services/title-service';
import { TurnService } from './services/turn-service';
import { openLibrary } from './storage/open-library';
import { WorkerCounter } from './tokenizer/worker-counter';

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
  /** The file that counts tokens in a thread of its own. */
  readonly tokenWorker: URL;
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
  readonly receipts: Receipts;
  readonly priceList: PriceList;
  readonly settings: SettingsService;
  /** How many tokens a text is to a model. */
  readonly countTokens: (text: string, model: string) => Promise<number>;
  readonly turns: TurnService;
  readonly usage: UsageService;
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
  const now = () => Date.now();
  const server = new OpenAiServer(fetch);
  const files = new FileService({ chooseFile: environment.chooseFile });
  const priceList = new PriceList({ ...stored, files, fetch, now });
  const accounts = new AccountService({ ...stored, vault: new KeychainVault(), server, found, now });
  const connection = (id: string | null) => accounts.connection(id);
  // Until the tokenizer is brought in.
  const guess = (text: string) => Math.ceil(text.length / 4);
  const counter = new WorkerCounter(environment.tokenWorker);
  const estimates = {
    inputTokens: ({ history }: AnswerRequest) =>
      Promise.resolve(history.reduce((sum, { text }) => sum + guess(text), 0)),
  };
  const settings = new SettingsService({ ...stored, applyTheme: environment.applyTheme });
  const accountId = (wanted: string | null) => accounts.idOf(wanted);
  const requests = new Requests({ ...stored, settings, connection });
  const writes = new PatientWrites({ changed: (trouble) => emit({ name: 'disk.changed', trouble }) });
  const gate = new BudgetGate({ ...stored, budgets: () => settings.all().budgets, now });
  const receipts = new Receipts({ ...stored, writes, prices: priceList, gate, emit, now });
  const model = new MeteredModel({
    model: new OpenAiModel({ fetch, report, patience: environment.patience }),
    accountName: (id) => accounts.nameOf(id),
    inputTokens: (request) => estimates.inputTokens(request),
    ...{ gate, receipts, prices: priceList, counter, report, now },
  });
  const titles = new TitleService({ ...stored, model, requests, settings, emit });
  const turns = new TurnService({
    ...stored,
    attempts: new Attempts({ ...stored, model, online }),
    writes,
    requests,
    accountId,
    ended: (answer) => void titles.answered(answer),
    ...{ emit, report, now },
  });
  const transcript = (id: string) => turns.transcript(id);
  const stopTurns = (id: string) => turns.stopIn(id);
  const context = new ContextService({ ...stored, model, requests, transcript });
  const said = (id: string) => stored.messages.find(id)?.text ?? '';
  model.recover(stored.openCalls.all(), said).catch((error: unknown) => report('a receipt', error));
  const library = new LibraryService({ ...stored, accountId, stopTurns, emit, now });

  return {
    accounts,
    branches: new BranchService({ ...stored, transcript, stopTurns, now }),
    context,
    ...{ files, library, priceList, receipts },
    models: new ModelService({ server, connection, prices: priceList }),
    settings,
    turns,
    countTokens: async (text, model) => (await counter.count([text], model))[0] ?? 0,
    usage: new UsageService({ ...stored, save: (file) => files.save(file) }),
    start: () => {
      const current = settings.all();
      const { openConversation } = current;
      return {
        accounts: accounts.all(),
        conversations: library.list(),
        transcript: openConversation === null ? null : turns.transcript(openConversation),
        drafts: library.drafts(),
        settings: current,
        offer: accounts.offer(),
        balance: receipts.balance(),
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
      model.close();
      counter.close();
      stored.db.close();
    },
  };
}
