import type { Message, Start } from '../shared/model';
import type { Environment } from './environment';
import { JobThread } from './jobs/job-thread';
import { KeychainVault } from './keychain/keychain-vault';
import { OpenAiModel } from './openai/openai-model';
import { OpenAiServer } from './openai/openai-server';
import { AccountService } from './services/account-service';
import { Attempts } from './services/attempts';
import { Chats } from './services/chats';
import { type Conversing, createConversing } from './services/conversing';
import { DraftService } from './services/draft-service';
import { createDiagnostics, type Diagnostics } from './services/diagnostics';
import { ExportService, type ExportServiceDeps } from './services/export-service';
import { FileService } from './services/file-service';
import type { Desktop } from './services/desktop';
import type { Jobs } from './services/jobs';
import { NetworkService } from './services/network-service';
import { ImportService, type ImportServiceDeps } from './services/import-service';
import { FolderService, type FolderServiceDeps } from './services/folder-service';
import { KeyDoctor } from './services/key-doctor';
import { LibraryService } from './services/library-service';
import { ModelService } from './services/model-service';
import { BudgetGate } from './services/money/budget-gate';
import { MeteredModel, type MeteredModelDeps } from './services/money/metered-model';
import { Receipts } from './services/money/receipts';
import { UsageService } from './services/money/usage-service';
import { TokenEstimates } from './services/token-estimates';
import { PriceList } from './services/money/price-list';
import { PatientWrites } from './services/patient-writes';
import { Requests } from './services/requests';
import { SearchService } from './services/search-service';
import { SettingsService } from './services/settings-service';
import { startOf } from './services/start';
import { TitleService } from './services/title-service';
import { TrashService, type TrashServiceDeps } from './services/trash-service';
import { type Library, openLibrary } from './storage/open-library';
import { WorkerCounter } from './tokenizer/worker-counter';

export type { Desktop } from './services/desktop';
export type { LibraryCare } from './services/library-care';
export type { Updates } from './services/updates';

/** What is done in conversations is done to those of the library, where nobody asks `chats`. */
export interface App extends Conversing {
  readonly accounts: AccountService;
  /** Also those that are kept nowhere. */
  readonly chats: Chats;
  readonly doctor: KeyDoctor;
  readonly diagnostics: Diagnostics;
  readonly desktop: Desktop;
  readonly drafts: DraftService;
  readonly exports: ExportService;
  readonly files: FileService;
  readonly imports: ImportService;
  readonly folders: FolderService;
  readonly library: LibraryService;
  readonly models: ModelService;
  readonly network: NetworkService;
  readonly receipts: Receipts;
  readonly priceList: PriceList;
  readonly search: SearchService;
  readonly settings: SettingsService;
  readonly trash: TrashService;
  readonly usage: UsageService;
  /** What the window needs for its first paint. */
  readonly start: (window?: string) => Start;
  readonly accent: () => string | null;
  /** The machine has slept. */
  readonly wake: () => void;
  readonly jobs: { readonly quick: Jobs; readonly long: Jobs & Pick<JobThread, 'busy'> };
  /** Ends what runs, every word on disk. Resolves when nothing holds the library's file any more. */
  readonly close: () => Promise<void>;
}

/** Puts the parts together. Plain Node: the shell brings everything that is Electron's. */
export function createApp(environment: Environment): App {
  const { libraryPath, libraryKey: key = null, readOnly } = environment;
  const stored = openLibrary(libraryPath, { key, frozen: Boolean(readOnly) });
  try {
    return putTogether(environment, stored);
  } catch (thrown) {
    stored.db.close(); // It may be damaged where the first part reads.
    throw thrown;
  }
}

function putTogether(environment: Environment, stored: Library): App {
  const { emit, fetch, found, online, report, vault = new KeychainVault() } = environment;
  const jobs = createThreads(environment);
  const now = () => Date.now();
  const server = new OpenAiServer(fetch, (...by) => environment.network.trusting(...by));
  const files = new FileService({ chooseFile: environment.chooseFile });
  const priceList = new PriceList({ ...stored, files, fetch, now });
  const accounts = new AccountService({ ...stored, ...environment, vault, server, found, now });
  const connection = (id: string | null) => accounts.connection(id);
  const counter = new WorkerCounter(environment.tokenWorker);
  const estimates = new TokenEstimates(counter);
  const settings = new SettingsService({ ...stored, emit, applySettings: environment.applySettings });
  const accountId = (wanted: string | null) => accounts.idOf(wanted);
  const requests = new Requests({ ...stored, settings, connection });
  const writes = new PatientWrites({ changed: (trouble) => emit({ name: 'disk.changed', trouble }) });
  const { model, receipts } = createMeter({
    ...{ environment, stored, settings, writes, prices: priceList, counter, estimates, now },
    accountName: (id) => accounts.nameOf(id),
  });
  const titles = new TitleService({ ...stored, model, requests, settings, emit });
  const asking = {
    ...{ model, requests, estimates, writes, accountId, emit, report, now },
    ...{ attempts: new Attempts({ ...stored, model, online }), receipts: stored.receipts, prices: priceList },
    ended: (answer: Message) => void titles.answered(answer),
  };
  const kept = createConversing(stored, asking);
  const chats = new Chats(kept, asking);
  const { branches, reading } = kept;
  const stopTurns = (id: string) => kept.turns.stopIn(id);
  const doctor = new KeyDoctor({ accounts, server, model, prices: priceList, now });
  const drafts = new DraftService({ ...stored, emit });
  const library = new LibraryService({ ...stored, accountId, stopTurns, emit, now });
  const { search, ...inAndOut } = createLongWork({ ...environment, ...stored, jobs, settings, now });
  const shown = { accounts, chats, drafts, library, reading, receipts, settings };
  const order = createOrder({ ...stored, branches, settings, emit, stopTurns, report, now });

  return {
    ...{ accounts, chats, doctor, desktop: environment.desktop },
    ...kept,
    ...order,
    ...inAndOut,
    ...{ drafts, files, library, priceList, receipts },
    diagnostics: createDiagnostics(environment, { ...stored, settings, jobs: jobs.quick }),
    models: new ModelService({ server, connection, prices: priceList }),
    network: new NetworkService({ server, connection, ways: environment.network, vault, now }),
    ...{ search, settings, jobs },
    usage: new UsageService({ ...stored, save: (file) => files.save(file) }),
    start: (window) => startOf({ ...environment, ...order, ...shown }, window),
    accent: () => environment.accent?.() ?? null,
    wake: () => {
      model.wake();
      chats.online();
    },
    close: async () => {
      const work = [order.trash, search, ...Object.values(inAndOut), titles, doctor, chats, model, counter];
      for (const part of work) part.close();
      stored.db.close();
      await Promise.all([jobs.quick.close(), jobs.long.close()]);
    },
  };
}

type OrderDeps = FolderServiceDeps & Omit<TrashServiceDeps, 'restoreMessage'> & Pick<Conversing, 'branches'>;

/** Folders and the trash. */
function createOrder({ branches, ...deps }: OrderDeps): Pick<App, 'folders' | 'trash'> {
  const trash = new TrashService({ ...deps, restoreMessage: (message) => branches.restore(message) });
  trash.start();
  return { folders: new FolderService(deps), trash };
}

type LongWorkDeps = Omit<ImportServiceDeps & ExportServiceDeps, 'jobs' | 'arrived'> & Pick<App, 'jobs'>;

/** What the library's threads do: finding, and bringing in and giving out. */
function createLongWork({ jobs, ...deps }: LongWorkDeps): Pick<App, 'search' | 'exports' | 'imports'> {
  const search = new SearchService({ ...deps, jobs });
  const arrived = () => void search.catchUp();
  const imports = new ImportService({ ...deps, jobs: jobs.long, arrived });
  return { search, exports: new ExportService({ ...deps, jobs }), imports };
}

/** For what is waited for while one types, and for what may take minutes: neither holds up the other. */
function createThreads({ libraryPath, libraryKey = null, libraryWorker }: Environment) {
  const thread = () => new JobThread(libraryWorker, { libraryPath, key: libraryKey });
  return { quick: thread(), long: thread() };
}

interface Metered extends Pick<MeteredModelDeps, 'prices' | 'counter' | 'accountName' | 'now'> {
  readonly environment: Environment;
  readonly stored: Library;
  readonly settings: SettingsService;
  readonly writes: PatientWrites;
  readonly estimates: TokenEstimates;
}

/** The model that all services ask, behind the gate, and the receipts that its calls leave. */
function createMeter({ environment, stored, settings, estimates, ...deps }: Metered) {
  const { emit, fetch, network, report, patience } = environment;
  const gate = new BudgetGate({ ...stored, budgets: () => settings.all().budgets, now: deps.now });
  const receipts = new Receipts({ ...stored, ...deps, gate, emit });
  const model = new MeteredModel({
    model: new OpenAiModel({ fetch, trusting: (...by) => network.trusting(...by), report, patience }),
    inputTokens: (request) => estimates.inputTokens(request),
    ...{ ...deps, gate, receipts, report },
  });
  const said = (id: string) => stored.messages.find(id)?.text ?? '';
  if (!stored.db.frozen)
    model.recover(stored.openCalls.all(), said).catch((error: unknown) => report('a receipt', error));
  return { model, receipts };
}
