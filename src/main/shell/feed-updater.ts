import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import type { AuthInfo } from 'electron';
import type { AppUpdater, BaseUpdater, UpdateInfo } from 'electron-updater';
import { type Release, UpdateError, type UpdateFailure } from '../../shared/updates';
import type { Give, Login } from './proxy-login';

/** What the updater of this system needs beside itself. */
export interface FeedUpdaterDeps {
  /** Loads electron-updater with the first look: nobody waits for it at the start. */
  readonly load: () => Promise<AppUpdater>;
  /** The file that is the whole app, where it is one (AppImage). */
  readonly wholeApp: string | null;
  readonly quiet: boolean;
  /** Gives a proxy its password. */
  readonly login: Login;
  /** Whether something may be fetched from there. */
  readonly isSafe: (address: string) => boolean;
  /** Where the feed says that files lie that have no address of their own. */
  readonly feed: string;
  /** Starts the app anew, from this file, once it has ended. */
  readonly relaunch: (file: string) => void;
  readonly quit: () => void;
}

/** Release notes beyond this are cut: they are shown in a small place. */
const LONGEST_NOTES = 20_000;

/** New versions from where this one was published; what is fetched has the sum, and on its system the signature, it should. */
export class FeedUpdater {
  readonly #deps: FeedUpdaterDeps;
  readonly quiet: boolean;
  #loaded: AppUpdater | null = null;
  #failure: unknown = null;
  /** A proxy has been given a password since the last click, and asks no more than once. */
  #given = false;

  constructor(deps: FeedUpdaterDeps) {
    this.#deps = deps;
    this.quiet = deps.quiet;
  }

  async check(): Promise<Release | null> {
    this.#given = false;
    const updater = (this.#loaded ??= this.#prepare(await this.#deps.load()));
    const found = await updater.checkForUpdates().catch((thrown: unknown) => fail(thrown, 'unreachable'));
    if (!found?.isUpdateAvailable) return null;
    const { updateInfo } = found;
    for (const { url } of updateInfo.files) this.#checkAddress(url);
    return { version: updateInfo.version, notes: notesOf(updateInfo).slice(0, LONGEST_NOTES) };
  }

  async download(progress: (percent: number) => void): Promise<void> {
    this.#given = false;
    const updater = this.#updater;
    const listener = ({ percent }: { percent: number }) => progress(percent);
    updater.on('download-progress', listener);
    try {
      await updater.downloadUpdate();
    } catch (thrown) {
      fail(thrown, 'unreachable');
    } finally {
      updater.off('download-progress', listener);
    }
  }

  install(then: 'restart' | 'quit'): void {
    const { wholeApp, relaunch, quit } = this.#deps;
    const updater = this.#updater;
    if (!isBase(updater)) return updater.quitAndInstall(); // macOS does it by itself
    this.#failure = null;
    if (wholeApp !== null) {
      const file = this.#replace(wholeApp, updater);
      if (then === 'restart') relaunch(file);
    } else if (!updater.install(then === 'quit', then === 'restart')) {
      throw new UpdateError('not-installed', { cause: this.#failure });
    }
    if (then === 'restart') quit();
  }

  /** The updater removes the old file before it has the new one in its place: a copy waits beside it. */
  #replace(old: string, updater: BaseUpdater): string {
    const copy = `${old}.old`;
    let file = old;
    const renamed = (path: string) => (file = path);
    updater.once('appimage-filename-updated', renamed);
    try {
      keep(old, copy);
      if (!updater.install(true, false)) throw new Error('It was refused.', { cause: this.#failure });
      rmSync(copy, { force: true });
      return file;
    } catch (thrown) {
      if (existsSync(copy)) renameSync(copy, old);
      throw new UpdateError('not-installed', { cause: thrown });
    } finally {
      updater.off('appimage-filename-updated', renamed);
    }
  }

  get #updater(): AppUpdater {
    if (!this.#loaded) throw new UpdateError('not-installed'); // nothing was found yet
    return this.#loaded;
  }

  #prepare(updater: AppUpdater): AppUpdater {
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = false; // The service knows when it may be.
    updater.allowDowngrade = false;
    updater.disableWebInstaller = true;
    // It would tell the feed a number that stands for this computer.
    updater.requestHeaders = { 'x-user-staging-id': 'none' };
    updater.logger = null;
    updater.on('login', (asking, give) => this.#login(asking, give as Give));
    updater.on('error', (error) => (this.#failure = error));
    return updater;
  }

  /** It would wait for ever for an answer that nobody gives; and one that was refused is not given again. */
  #login(asking: AuthInfo, give: Give): void {
    if (this.#given) return give();
    this.#given = true;
    this.#deps.login(asking, give);
  }

  #checkAddress(url: string): void {
    const { feed, isSafe } = this.#deps;
    if (!isSafe(new URL(url, feed).href)) throw new UpdateError('refused');
  }
}

/** A second name for the file, or a copy where the disk has no such names. */
function keep(file: string, copy: string): void {
  rmSync(copy, { force: true });
  try {
    linkSync(file, copy);
  } catch {
    copyFileSync(file, copy);
  }
}

function isBase(updater: AppUpdater): updater is BaseUpdater {
  return 'install' in updater;
}

function notesOf({ releaseNotes }: UpdateInfo): string {
  if (typeof releaseNotes === 'string') return releaseNotes;
  return (releaseNotes ?? []).map(({ note }) => note ?? '').join('\n\n');
}

/** What its error codes mean. */
const REASONS: readonly (readonly [RegExp, UpdateFailure])[] = [
  [/CHECKSUM|SIGNATURE|NO_CHECKSUM/, 'refused'],
  [/INVALID|NOT_FOUND|NO_FILES|UNSUPPORTED/, 'unreadable'],
];

function fail(thrown: unknown, otherwise: UpdateFailure): never {
  if (thrown instanceof UpdateError) throw thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const why = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? otherwise;
  throw new UpdateError(why, { cause: thrown });
}
