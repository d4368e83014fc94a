import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { LibrarySize, LibraryState, Snapshot } from '../../shared/library-care';
import { kindOf, LIBRARY, remove, replaceWith, setAside } from '../storage/library-file';
import { mayWrite } from '../storage/library-trouble';
import { Snapshots } from '../storage/snapshots';
import type { Jobs } from './jobs';
import type { LibraryKeeper } from './library-keeper';
import { checkOf, type LibraryKeys, type MarkedKey } from './library-keys';
import type { LibraryLife } from './library-life';
import { fromRecoveryKey, toRecoveryKey } from './recovery-key';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface LibraryCareDeps {
  readonly keeper: LibraryKeeper;
  readonly keys: LibraryKeys;
  readonly life: LibraryLife;
  /** Asks the user for a folder; null where they would rather not. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly now: () => number;
}

/** What a person can do for the library's file: back it up, restore, move, encrypt and rescue it. */
export class LibraryCare {
  readonly #deps: LibraryCareDeps;
  /** Shown to be written down, and used for nothing yet. */
  #made: MarkedKey | null = null;

  constructor(deps: LibraryCareDeps) {
    this.#deps = deps;
  }

  state(): LibraryState {
    return this.#deps.life.state;
  }

  /** Tries to open it once more. */
  again(): Promise<boolean> {
    return this.#deps.life.again();
  }

  /** Opens a copy in which nothing can be changed. */
  openCopy(): Promise<void> {
    return this.#deps.life.openCopy();
  }

  async size(): Promise<LibrarySize> {
    const { opened, running } = this.#deps.life;
    const { path, key } = opened ?? this.#deps.life.refuse();
    const [size] = (await running?.jobs.run('measure', { paths: [path], key })) ?? [];
    return size ?? { conversations: 0, messages: 0 };
  }

  /** Those that can be opened, the newest first. */
  async snapshots(): Promise<readonly Snapshot[]> {
    const { keeper, life } = this.#deps;
    const files = keeper.snapshots.list();
    const found = life.opened ?? (await keeper.find());
    const sealed = new Set(files.filter(({ path }) => kindOf(path) === 'sealed'));
    const measure = async (jobs: Jobs) => {
      const sizes = new Map<string, LibrarySize & { bytes: number }>();
      for (const key of [null, found.key]) {
        const some = files.filter((file) => sealed.has(file) === (key !== null));
        const measured = some.length
          ? await jobs.run('measure', { paths: some.map(({ path }) => path), key })
          : [];
        some.forEach(({ name }, index) => measured[index] && sizes.set(name, measured[index]));
        if (found.key === null) break;
      }
      return files.flatMap(({ name, madeAt, rescued }) => {
        const size = sizes.get(name);
        return size ? [{ name, madeAt, rescued, ...size }] : [];
      });
    };
    return life.withJobs(found, measure);
  }

  /** Takes a snapshot of the open library now. */
  async backUp(): Promise<readonly Snapshot[]> {
    const { keeper, life, now } = this.#deps;
    const { path, key, readOnly } = life.opened ?? life.refuse();
    if (readOnly || !life.running) throw new AppError('LIBRARY_READ_ONLY', 'It is only read.');
    await life.running.jobs.run('copy', { from: path, key, to: keeper.snapshots.place(now()), toKey: key });
    keeper.snapshots.prune();
    return this.snapshots();
  }

  /** Once a day, while nobody waits for anything. */
  async backUpIfDue(): Promise<void> {
    const { keeper, life, now } = this.#deps;
    if (!life.opened || life.opened.readOnly || life.working || life.running?.busy()) return;
    const newest = keeper.snapshots.list().find(({ rescued }) => !rescued);
    if (newest && now() - newest.madeAt < DAY_MS) return;
    if ((await this.size()).conversations > 0) await this.backUp();
  }

  /** The library as it is becomes a snapshot first; one that is damaged is set aside, and stays. */
  async restore({ name }: Input<'library.restore'>): Promise<void> {
    const { keeper, life } = this.#deps;
    const file = keeper.snapshots.find(name);
    if (!file) throw new AppError('NOT_FOUND', 'There is no such snapshot.');
    await life.during('restore', async (jobs, { path, key }, sound) => {
      const next = `${path}.next`;
      const own = kindOf(file.path) === 'plain' ? null : key;
      await jobs.run('copy', { from: file.path, key: own, to: next, toKey: key });
      await this.#keep(jobs, { path, key, sound });
      replaceWith(next, path);
      keeper.snapshots.prune();
    });
  }

  /** Begins an empty library; what cannot be opened is set aside, and stays. */
  async begin(): Promise<void> {
    const { keeper, life } = this.#deps;
    if (life.opened) throw new AppError('BUSY', 'The library is open.');
    const path = keeper.path;
    this.#setAside(path);
    remove(path);
    keeper.allowNew();
    await life.again();
  }

  /** The library of another folder, or a new one there. False where the user would rather not. */
  async choose(): Promise<boolean> {
    const { keeper, life, chooseFolder } = this.#deps;
    if (life.opened) throw new AppError('BUSY', 'The library is open.');
    const folder = await chooseFolder();
    if (folder === null) return false;
    if (!existsSync(join(folder, LIBRARY))) {
      if (!mayWrite(folder)) throw refused('Nothing may be written to it.');
      keeper.allowNew();
    }
    keeper.note({ folder });
    await life.again();
    return true;
  }

  /** Copies, checks, and only then goes by the copy. The old one stays under another name. */
  async move(): Promise<boolean> {
    const { keeper, life, chooseFolder } = this.#deps;
    const from = keeper.folder;
    const folder = await chooseFolder();
    if (folder === null || resolve(folder) === resolve(from)) return false;
    if ([LIBRARY, 'snapshots'].some((name) => existsSync(join(folder, name))))
      throw refused('There is a library in it.');
    if (!mayWrite(folder)) throw refused('Nothing may be written to it.');
    const target = new Snapshots(folder);
    await life.during('move', async (jobs, { path, key }, sound) => {
      mustBe(sound);
      keeper.note({ moving: { from, to: folder } });
      for (const { path: snapshot, name } of keeper.snapshots.list()) {
        const own = kindOf(snapshot) === 'plain' ? null : key;
        mkdirSync(target.folder, { recursive: true, mode: 0o700 });
        await jobs.run('copy', { from: snapshot, key: own, to: join(target.folder, name), toKey: own });
      }
      await jobs.run('copy', { from: path, key, to: join(folder, LIBRARY), toKey: key });
      keeper.note({ folder }); // From here on it is the library.
      keeper.endMove();
    });
    return true;
  }

  /** Gathers what can be read in a snapshot. */
  async rescue(): Promise<readonly Snapshot[]> {
    const { keeper, life, now } = this.#deps;
    const { path, key } = await keeper.find();
    const to = keeper.snapshots.place(now(), 'rescued');
    await life.withJobs({ path, key }, (jobs) => jobs.run('rescue', { from: path, key, to }));
    return this.snapshots();
  }

  newKey(): { readonly recoveryKey: string } {
    this.#made = this.#deps.keys.make();
    return { recoveryKey: toRecoveryKey(this.#made.key) };
  }

  /** With the key that was shown last. Resolves when no word of the library is left unencrypted beside it. */
  async encrypt(): Promise<void> {
    const made = this.#made;
    if (!made) throw new AppError('INVALID_INPUT', 'No key was made.');
    await this.#deps.keys.store(made); // before anything depends on it
    await this.#rekey('encrypt', made);
    this.#made = null;
  }

  async decrypt(): Promise<void> {
    await this.#rekey('decrypt', null);
  }

  /** Also where the keychain takes no key: then it is asked for again at the next start. */
  async unlock({ recoveryKey }: Input<'library.unlock'>): Promise<void> {
    const { keeper, keys, life } = this.#deps;
    const key = fromRecoveryKey(recoveryKey);
    const { sidecar } = keeper;
    const marks = [sidecar?.key, sidecar?.next].filter((mark) => mark != null);
    const known = marks.find(({ check }) => key !== null && check === checkOf(key));
    if (key === null || (marks.length > 0 && !known))
      throw new AppError('RECOVERY_KEY_REFUSED', 'It is not the key of this library.');
    const mark = known ?? { ...keys.make().mark, check: checkOf(key) };
    keys.hold({ mark, key });
    if (!known) keeper.note({ key: mark });
    await keys.store({ mark, key }).catch(() => undefined); // held for this run in any case
    if (!(await life.again()) && !known) {
      keeper.note({ key: null });
      throw new AppError('RECOVERY_KEY_REFUSED', 'It does not open this library.');
    }
  }

  /**
   * At any point a crash leaves the file with the old key or with the new one, and both are known; what follows from
   * it is done when the library is opened. The snapshots made before are replaced by one with the new key.
   */
  async #rekey(work: 'encrypt' | 'decrypt', made: MarkedKey | null): Promise<void> {
    const { keeper, life, now } = this.#deps;
    await life.during(work, async (jobs, { path, key }, sound) => {
      mustBe(sound);
      keeper.note({ next: made?.mark ?? null, replaces: keeper.snapshots.list().map(({ name }) => name) });
      const toKey = made?.key ?? null;
      const next = `${path}.next`;
      await jobs.run('copy', { from: path, key, to: next, toKey });
      replaceWith(next, path);
      const place = keeper.snapshots.place(now());
      await jobs.run('copy', { from: path, key: toKey, to: place, toKey }).catch(() => undefined); // else tomorrow
    });
  }

  /** What is there stays, as a snapshot or, where it is damaged, under another name. */
  async #keep(jobs: Jobs, { path, key, sound }: { path: string; key: string | null; sound: boolean }) {
    const { keeper, now } = this.#deps;
    if (sound) {
      try {
        await jobs.run('copy', { from: path, key, to: keeper.snapshots.place(now()), toKey: key });
        return;
      } catch {
        // It is damaged where nobody has looked yet.
      }
    }
    this.#setAside(path);
  }

  #setAside(path: string): void {
    const kind = kindOf(path);
    if (kind === 'missing' || kind === 'empty') return;
    const { keeper, now } = this.#deps;
    const name = `library-set-aside-${stamp(now())}.sqlite`;
    if (!keeper.sidecar?.key) keeper.leave(join(dirname(path), name));
    setAside(path, name);
  }
}

/** What cannot be opened, or is only read, is not worked on. */
function mustBe(sound: boolean): void {
  if (!sound) throw new AppError('LIBRARY_READ_ONLY', 'The library is not open.');
}

function refused(why: string): AppError {
  return new AppError('FOLDER_REFUSED', why, { details: { serverMessage: why } });
}

const stamp = (time: number) => new Date(time).toISOString().slice(0, 19).replaceAll(':', '-');
