import type { AppEvent } from '../../shared/contract';
import { type Release, UpdateError, type UpdateState, type UpdateWait } from '../../shared/updates';

/** What can bring a newer version. Its promises reject with an `UpdateError`. */
export interface Updater {
  /** The newest version; null where this is it. */
  check(): Promise<Release | null>;
  /** Fetches what `check` has found, and throws away what is not as it was published. */
  download(progress: (percent: number) => void): Promise<void>;
  /** Puts it in the place of this version, which then ends or is ending. Throws where this one stays. */
  install(then: 'restart' | 'quit'): void;
  /** Whether it can be installed without asking anything, while the app ends. */
  readonly quiet: boolean;
}

export interface UpdatesDeps {
  /** Null where this app cannot renew itself. */
  readonly updater: Updater | null;
  /** What must not be cut off. */
  readonly busy: () => UpdateWait | null;
  readonly emit: (event: AppEvent) => void;
  readonly report: (what: string, error: unknown) => void;
  readonly now: () => number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Looks for newer versions, when the user has agreed or asks for it, and installs them when nothing is cut off. */
export class Updates {
  readonly #deps: UpdatesDeps;
  #state: UpdateState;
  #agreed = false;
  #looked = -Infinity;
  #installing = false;

  constructor(deps: UpdatesDeps) {
    this.#deps = deps;
    this.#state = deps.updater ? { kind: 'idle', checkedAt: null } : { kind: 'off' };
  }

  get state(): UpdateState {
    return this.#state;
  }

  /** What the user says to being looked for, each day, and fetched. */
  agree(agreed: boolean): void {
    this.#agreed = agreed;
  }

  /** Once a day, where the user has agreed and nothing is being done: looks, and fetches what it finds. */
  async checkIfDue(): Promise<void> {
    const due = this.#deps.now() - this.#looked >= DAY_MS;
    if (!this.#agreed || !due || this.#deps.busy() !== null) return;
    await this.check();
    if (this.#state.kind === 'available') await this.download();
  }

  async check(): Promise<UpdateState> {
    const { updater, now } = this.#deps;
    if (!updater || !this.#idle) return this.#state;
    this.#looked = now();
    return this.#try('check', async () => {
      this.#show({ kind: 'checking' });
      const release = await updater.check();
      this.#show(release ? { kind: 'available', release } : { kind: 'idle', checkedAt: now() });
    });
  }

  async download(): Promise<UpdateState> {
    const { updater } = this.#deps;
    if (!updater || this.#state.kind !== 'available') return this.#state;
    const { release } = this.#state;
    return this.#try('download', async () => {
      this.#show({ kind: 'downloading', release, percent: 0 });
      await updater.download((percent) => this.#progress(release, Math.floor(percent)));
      this.#show({ kind: 'ready', release, waitsFor: null });
    });
  }

  /** Never while an answer is written or the library is worked on: the state says what it waits for. */
  install(): Promise<UpdateState> {
    return this.#install('restart');
  }

  /** The app ends: a version that is ready, and that the user has agreed to, takes its place. */
  installAtQuit(): void {
    if (this.#agreed && this.#deps.updater?.quiet) void this.#install('quit');
  }

  get #idle(): boolean {
    return !['checking', 'downloading', 'ready'].includes(this.#state.kind);
  }

  async #install(then: 'restart' | 'quit'): Promise<UpdateState> {
    const { updater, busy } = this.#deps;
    if (!updater || this.#state.kind !== 'ready' || this.#installing) return this.#state;
    const waitsFor = busy();
    if (waitsFor !== null) {
      this.#show({ ...this.#state, waitsFor });
      return this.#state;
    }
    this.#installing = true;
    const state = this.#try('install', () => updater.install(then));
    return state.finally(() => (this.#installing = this.#state.kind === 'ready'));
  }

  #progress(release: Release, percent: number): void {
    if (this.#state.kind !== 'downloading' || this.#state.percent === percent) return;
    this.#show({ kind: 'downloading', release, percent });
  }

  #show(state: UpdateState): void {
    this.#state = state;
    this.#deps.emit({ name: 'updates.changed', state });
  }

  /** A try that fails leaves the version that runs as it is. */
  async #try(what: string, work: () => Promise<void> | void): Promise<UpdateState> {
    try {
      await work();
    } catch (thrown) {
      this.#deps.report(`the ${what} of a new version`, thrown);
      this.#show({ kind: 'failed', why: thrown instanceof UpdateError ? thrown.why : 'unreadable' });
    }
    return this.#state;
  }
}
