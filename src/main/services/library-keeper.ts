import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../shared/errors';
import type { LibraryTrouble } from '../../shared/library-care';
import { Database } from '../storage/database';
import { kindOf, LIBRARY, remove } from '../storage/library-file';
import { toTrouble } from '../storage/library-trouble';
import { isOld } from '../storage/migrate';
import { type KeyMark, type Sidecar, SidecarFile, unknown } from '../storage/sidecar';
import { Snapshots } from '../storage/snapshots';
import type { LibraryKeys } from './library-keys';

/** What stands where the library should be. */
export interface Found {
  readonly path: string;
  readonly key: string | null;
  readonly trouble: LibraryTrouble | null;
  readonly reason: string | null;
  /** It has to be brought up to date before it is opened. */
  readonly old: boolean;
}

interface LibraryKeeperDeps {
  /** The app's own folder. */
  readonly userData: string;
  readonly keys: LibraryKeys;
  readonly now: () => number;
}

const nothing = { key: null, trouble: null, reason: null, old: false };

/** Knows where the library lies, and decides what stands there: one to open, a new one to begin, or a trouble. */
export class LibraryKeeper {
  readonly #deps: LibraryKeeperDeps;
  readonly #file: SidecarFile;
  /** The user has said that one may be begun where another was. */
  #mayBegin = false;

  constructor(deps: LibraryKeeperDeps) {
    this.#deps = deps;
    this.#file = new SidecarFile(deps.userData);
  }

  get sidecar(): Sidecar | null {
    return this.#file.read();
  }

  get folder(): string {
    return this.sidecar?.folder ?? this.#deps.userData;
  }

  get path(): string {
    return join(this.folder, LIBRARY);
  }

  get snapshots(): Snapshots {
    return new Snapshots(this.folder);
  }

  /** A new library is begun at the next opening, if there is none. */
  allowNew(): void {
    this.#mayBegin = true;
  }

  /** Changes what is known of the library; after a crash it is all or nothing of it. */
  note(change: Partial<Sidecar>): void {
    const { now } = this.#deps;
    this.#file.write({ ...(this.sidecar ?? { ...unknown, created: now() }), ...change });
  }

  /** A file of an unencrypted library stays behind under this name. */
  leave(path: string): void {
    this.note({ left: [...(this.sidecar?.left ?? []), path] });
  }

  async find(): Promise<Found> {
    let path = '';
    try {
      const { sidecar, folder } = this;
      path = join(folder, LIBRARY);
      if (!existsSync(folder)) {
        if (sidecar?.folder) return { ...nothing, path, trouble: 'MISSING_FOLDER' };
        mkdirSync(folder, { recursive: true, mode: 0o700 });
      }
      return await this.#decide(path, sidecar);
    } catch (thrown) {
      return { ...nothing, path, ...troubleIn(thrown, path) };
    }
  }

  async #decide(path: string, sidecar: Sidecar | null): Promise<Found> {
    switch (kindOf(path)) {
      case 'plain':
        return this.#look(path, null);
      case 'missing':
      case 'empty': {
        const known = sidecar !== null || this.snapshots.list().length > 0;
        return { ...nothing, path, trouble: known && !this.#mayBegin ? 'GONE' : null };
      }
      case 'sealed':
      case 'broken': {
        const marks = [sidecar?.key, sidecar?.next].filter((mark) => mark != null);
        if (marks.length > 0) return this.#unseal(path, marks);
        return { ...nothing, path, trouble: kindOf(path) === 'sealed' ? 'NO_KEY' : 'CORRUPT' };
      }
    }
  }

  /** A crash while it is encrypted anew leaves two keys, one of which fits. */
  async #unseal(path: string, marks: readonly KeyMark[]): Promise<Found> {
    let best: Found = { ...nothing, path, trouble: 'NO_KEY' };
    for (const mark of marks) {
      const found = await this.#deps.keys.find(mark);
      if ('key' in found) {
        const seen = this.#look(path, found.key);
        if (seen.trouble !== 'CORRUPT') return seen;
        best = seen;
      } else if (best.trouble !== 'CORRUPT') {
        const { missing, reason } = found;
        if (missing === 'other') best = { ...best, trouble: 'WRONG_KEY' };
        else best = { ...best, reason: reason ?? best.reason };
      }
    }
    return best;
  }

  #look(path: string, key: string | null): Found {
    try {
      const db = new Database(path, { key, waitMs: 250, existing: true });
      try {
        return { ...nothing, path, key, old: isOld(db.schemaVersion) };
      } finally {
        db.close();
      }
    } catch (thrown) {
      return { ...nothing, path, key, ...troubleIn(thrown, path) };
    }
  }

  /** It is open: what is known of it is put right, and what work or a crash left half done is ended. */
  opened({ path, key }: Pick<Found, 'path' | 'key'>, mark: KeyMark | null): void {
    this.#mayBegin = false;
    const { sidecar } = this;
    this.#endRekeying(sidecar ?? unknown, mark);
    if (!sidecar || sidecar.next || sidecar.replaces || sidecar.key?.id !== mark?.id)
      this.note({ key: mark, next: null, replaces: null });
    this.endMove();
    for (const end of ['', '.part']) remove(`${path}.next${end}`);
    this.snapshots.sweep();
    if (key !== null) this.#removeLegible();
  }

  /** Snapshots of the key before cannot be read with the one that holds now; that key has done its work. */
  #endRekeying({ key, next, replaces }: Sidecar, mark: KeyMark | null): void {
    const { keys } = this.#deps;
    if (next && next.id !== mark?.id) keys.forget(next); // It was never used.
    if (replaces === null || next?.id !== mark?.id) return;
    for (const name of replaces) {
      const snapshot = this.snapshots.find(name);
      if (snapshot) remove(snapshot.path);
    }
    if (key && key.id !== mark?.id) keys.forget(key);
  }

  /** Of an encrypted library no word lies about. */
  #removeLegible(): void {
    for (const snapshot of this.snapshots.list())
      if (kindOf(snapshot.path) === 'plain') remove(snapshot.path);
    const left = this.sidecar?.left ?? [];
    for (const file of left) remove(file);
    if (left.length > 0) this.note({ left: [] });
  }

  /**
   * The library that was left behind by a move goes under another name, so that there is one; where the move broke
   * off before the switch, what it had copied goes.
   */
  endMove(): void {
    const { sidecar, folder } = this;
    if (!sidecar?.moving) return;
    const { from, to } = sidecar.moving;
    if (resolve(folder) === resolve(to)) {
      const old = join(from, LIBRARY);
      const name = join(from, `library-moved-${this.#deps.now()}.sqlite`);
      if (!sidecar.key) this.leave(name);
      if (existsSync(old)) renameSync(old, name);
      rmSync(new Snapshots(from).folder, { recursive: true, force: true });
    } else {
      for (const end of ['', '.part']) remove(join(to, `${LIBRARY}${end}`));
      rmSync(new Snapshots(to).folder, { recursive: true, force: true });
    }
    this.note({ moving: null });
  }

  /** The mark of the key that opened it. */
  async markOf(key: string | null): Promise<KeyMark | null> {
    if (key === null) return null;
    const { sidecar } = this;
    for (const mark of [sidecar?.key, sidecar?.next]) {
      if (!mark) continue;
      const found = await this.#deps.keys.find(mark);
      if ('key' in found && found.key === key) return mark;
    }
    return null;
  }
}

function troubleIn(thrown: unknown, path: string): Pick<Found, 'trouble' | 'reason'> {
  const error = toTrouble(thrown, path);
  const cause = thrown instanceof AppError ? (thrown.cause ?? thrown) : thrown;
  return {
    trouble: error.details.trouble ?? 'UNREADABLE',
    reason: cause instanceof Error ? cause.message : String(cause),
  };
}
