import type { AppEvent } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { LibrarySize, LibraryState, LibraryTrouble, Snapshot } from '../../shared/library-care';
import type { Api } from '../api';

/** What is done at the moment, or was tried last. */
export type CareAct =
  | 'back-up'
  | 'begin'
  | 'choose'
  | 'decrypt'
  | 'encrypt'
  | 'move'
  | 'read'
  | 'read-only'
  | 'rescue'
  | 'restore'
  | 'retry'
  | 'unlock';

/** The library's file: where it is in its life, and what can be done for it. */
export class Care {
  readonly #api: Api;
  /** Why nothing can be changed or asked; null where everything can. */
  readOnlyFor = $state<LibraryTrouble | null>(null);
  /** Null until it was asked for. */
  state = $state.raw<LibraryState | null>(null);
  snapshots = $state.raw<readonly Snapshot[] | null>(null);
  size = $state.raw<LibrarySize | null>(null);
  /** A new key in words, while it is shown. */
  recoveryKey = $state<string | null>(null);
  busy = $state<CareAct | null>(null);
  #attempt = $state.raw<CareAct | null>(null);
  #error = $state.raw<AppErrorData | null>(null);
  /** It is closed: there is nothing else to show. */
  closed = $state(false);

  constructor(api: Api) {
    this.#api = api;
  }

  opened(readOnly: LibraryTrouble | null): void {
    this.readOnlyFor = readOnly;
  }

  /** True where the library is closed, which is told in place of a failure. */
  async isClosed(error: AppErrorData): Promise<boolean> {
    if (error.code !== 'LIBRARY_CLOSED') return false;
    await this.read();
    this.closed = this.state !== null;
    return this.closed;
  }

  receive(event: AppEvent): void {
    if (event.name !== 'library.closed') return;
    this.state = event.state;
    this.closed = true;
    if (event.state.trouble) void this.readSnapshots();
  }

  /** All that the settings show. */
  async read(): Promise<void> {
    await this.#try('read', async () => {
      this.state = await this.#api.call('library.state');
      if (this.state.work) return;
      if (this.state.trouble === null) this.size = await this.#api.call('library.size');
      this.snapshots = await this.#api.call('library.snapshots');
    });
  }

  async readSnapshots(): Promise<void> {
    await this.#try('read', async () => {
      this.snapshots = await this.#api.call('library.snapshots');
    });
  }

  /** True once it is made. */
  backUp(): Promise<boolean> {
    return this.#try('back-up', async () => {
      this.snapshots = await this.#api.call('library.backUp');
    });
  }

  /** Where it works, the window is loaded again. */
  restore(name: string): Promise<boolean> {
    return this.#try('restore', () => this.#api.call('library.restore', { name }));
  }

  /** Where it is still closed, the reason may be another one. */
  retry(): Promise<boolean> {
    return this.#try('retry', async () => {
      if (!(await this.#api.call('library.retry'))) this.state = await this.#api.call('library.state');
    });
  }

  readOnly(): Promise<boolean> {
    return this.#try('read-only', () => this.#api.call('library.openReadOnly'));
  }

  begin(): Promise<boolean> {
    return this.#try('begin', () => this.#api.call('library.begin'));
  }

  choose(): Promise<boolean> {
    return this.#try('choose', async () => {
      await this.#api.call('library.choose');
      this.state = await this.#api.call('library.state');
    });
  }

  move(): Promise<boolean> {
    return this.#try('move', async () => {
      await this.#api.call('library.move');
    });
  }

  rescue(): Promise<boolean> {
    return this.#try('rescue', async () => {
      this.snapshots = await this.#api.call('library.rescue');
    });
  }

  unlock(recoveryKey: string): Promise<boolean> {
    return this.#try('unlock', () => this.#api.call('library.unlock', { recoveryKey }));
  }

  async showKey(): Promise<void> {
    await this.#try('encrypt', async () => {
      ({ recoveryKey: this.recoveryKey } = await this.#api.call('library.newKey'));
    });
  }

  hideKey(): void {
    this.recoveryKey = null;
    this.clearError();
  }

  /** With the key that is shown. */
  encrypt(): Promise<boolean> {
    return this.#try('encrypt', () => this.#api.call('library.encrypt'));
  }

  decrypt(): Promise<boolean> {
    return this.#try('decrypt', () => this.#api.call('library.decrypt'));
  }

  quit(): void {
    void this.#api.call('app.quit');
  }

  /** The error of this kind of try, if it was the last one. */
  errorOf(...acts: readonly CareAct[]): AppErrorData | null {
    return this.#attempt !== null && acts.includes(this.#attempt) ? this.#error : null;
  }

  clearError(): void {
    this.#attempt = null;
    this.#error = null;
  }

  async #try(act: CareAct, work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = act;
    this.#attempt = act;
    this.#error = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.#error = AppError.from(thrown).toData();
      return false;
    } finally {
      this.busy = null;
    }
  }
}
