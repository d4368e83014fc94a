import type { AppEvent } from '../shared/contract';
import type { Reply } from '../shared/errors';
import type { Settings } from '../shared/settings';
import type { UpdateWait } from '../shared/updates';
import { type App, createApp } from './app';
import type { Environment } from './environment';
import {
  type AlwaysHandlers,
  createCareHandlers,
  createClosedHandlers,
  createUpdateHandlers,
} from './ipc/care-handlers';
import { createHandlers } from './ipc/handlers';
import { Router } from './ipc/router';
import { JobThread } from './jobs/job-thread';
import { KeychainVault } from './keychain/keychain-vault';
import { LibraryCare } from './services/library-care';
import { LibraryKeeper } from './services/library-keeper';
import { LibraryKeys } from './services/library-keys';
import { LibraryLife, type Opened, type Running } from './services/library-life';
import { type Updater, Updates } from './services/updates';

/** What the core is given by the shell around it. */
export interface CoreEnvironment extends Omit<Environment, 'libraryPath' | 'libraryKey' | 'readOnly'> {
  /** The app's own folder. */
  readonly userData: string;
  /** Asks the user for a folder; null where they would rather not. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Loads the window again. */
  readonly reload: () => void;
  readonly quit: () => void;
  /** Brings new versions of the app, where it can renew itself. */
  readonly updater?: Updater | null;
}

/** Long enough after the start that nobody waits for anything. */
const FIRST_LOOK_MS = 60_000;
const LOOK_MS = 60 * 60 * 1000;

/** The app with a library that may be closed for a while: whoever calls it meets the parts of the one that is open. */
export class Core {
  readonly #environment: CoreEnvironment;
  readonly #life: LibraryLife;
  readonly #care: LibraryCare;
  /** New versions of the app. */
  readonly updates: Updates;
  readonly #handlers: AlwaysHandlers;
  readonly #closed: Router;
  #open: Router | null = null;
  #app: App | null = null;
  #opening: Promise<void> | null = null;
  #timers: readonly NodeJS.Timeout[] = [];

  constructor(environment: CoreEnvironment) {
    const { userData, emit, reload, report, chooseFolder, quit, libraryWorker, updater = null } = environment;
    const vault = environment.vault ?? new KeychainVault();
    this.#environment = { ...environment, vault };
    const now = () => Date.now();
    const keys = new LibraryKeys(vault);
    const keeper = new LibraryKeeper({ userData, keys, now });
    this.#life = new LibraryLife({
      ...{ keeper, emit, reload, report },
      start: (opened) => this.#start(opened),
      thread: ({ path, key }) => new JobThread(libraryWorker, { libraryPath: path, key }),
    });
    this.#care = new LibraryCare({ keeper, keys, life: this.#life, chooseFolder, now });
    this.updates = new Updates({ updater, emit, report, now, busy: () => this.#busy() });
    this.#handlers = { ...createCareHandlers(this.#care, quit), ...createUpdateHandlers(this.updates) };
    this.#closed = new Router(
      createClosedHandlers(this.#handlers, () => this.#life.refuse()),
      report,
    );
  }

  /** The parts of the library that is open; null while none is. */
  get app(): App | null {
    return this.#app;
  }

  /** Opens the library. Never rejects: a library that stays closed says why. */
  async open(): Promise<void> {
    this.#opening = this.#life.open();
    await this.#opening;
    this.#opening = null;
    const look = () => {
      void this.#care
        .backUpIfDue()
        .catch((thrown: unknown) => this.#environment.report('the daily snapshot', thrown));
      void this.updates.checkIfDue();
    };
    this.#timers = [setTimeout(look, FIRST_LOOK_MS), setInterval(look, LOOK_MS)];
    for (const timer of this.#timers) timer.unref();
  }

  /** Never rejects. */
  async dispatch(name: unknown, input: unknown): Promise<Reply<unknown>> {
    if (this.#opening && !this.#life.working) await this.#opening;
    const reply = await (this.#open ?? this.#closed).dispatch(name, input);
    if (!reply.ok && /CORRUPT|NOTADB/.test(reply.error.details.serverCode ?? '')) {
      await this.#life.fail('CORRUPT', reply.error.message);
      if (name === 'app.start') return this.#closed.dispatch(name, input);
    }
    return reply;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#life.close();
  }

  /** What must not be cut off by an app that ends. */
  #busy(): UpdateWait | null {
    if (this.#app && this.#app.chats.running > 0) return 'answer';
    return this.#life.working || this.#app?.jobs.long.busy ? 'library' : null;
  }

  #start({ path, key, readOnly }: Opened): Running {
    const emit = (event: AppEvent) => this.#environment.emit(event);
    const applySettings = (settings: Settings) => {
      this.#environment.applySettings(settings);
      this.updates.agree(settings.updates === true);
    };
    const app = createApp({
      ...this.#environment,
      emit,
      applySettings,
      libraryPath: path,
      libraryKey: key,
      readOnly,
    });
    this.#app = app;
    this.#open = new Router(createHandlers(app, this.#handlers), this.#environment.report);
    return {
      busy: () => app.chats.running > 0,
      jobs: app.jobs.long,
      close: () => {
        this.#app = null;
        this.#open = null;
        return app.close();
      },
    };
  }
}
