import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { remove } from './library-file';

/** So many are kept. */
const KEPT = 7;

const NAME = /^(library|rescued)-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})(?:-(\d{2}))?\.sqlite$/;

export interface SnapshotFile {
  readonly name: string;
  readonly path: string;
  readonly madeAt: number;
  /** It holds what could be read of a damaged library. */
  readonly rescued: boolean;
}

/** The folder of the copies of a library, beside it. */
export class Snapshots {
  readonly folder: string;

  constructor(libraryFolder: string) {
    this.folder = join(libraryFolder, 'snapshots');
  }

  /** The newest first, by the times in their names. */
  list(): readonly SnapshotFile[] {
    let names: readonly string[] = [];
    try {
      names = readdirSync(this.folder);
    } catch {
      // There is none yet, or it cannot be read: there is nothing to choose from.
    }
    return names.flatMap((name) => this.#file(name)).sort((one, other) => other.madeAt - one.madeAt);
  }

  find(name: string): SnapshotFile | undefined {
    return this.list().find((file) => file.name === name);
  }

  /** Where the next one goes. By its name it is the newest, whatever the clock says: by their names they are let go. */
  place(now: number, kind: 'library' | 'rescued' = 'library'): string {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const [newest] = this.list();
    const at = Math.max(now, newest ? newest.madeAt + 1000 : 0);
    const [day = '', time = ''] = new Date(at).toISOString().split('T');
    const [hour = '', minute = '', second = ''] = time.split(/[:.]/);
    return join(this.folder, `${kind}-${day}T${hour}-${minute}-${second}.sqlite`);
  }

  /** Lets the oldest go. What was rescued stays. */
  prune(): void {
    const old = this.list().filter(({ rescued }) => !rescued);
    for (const { path } of old.slice(KEPT)) remove(path);
  }

  /** Lets go what a crash left half written. */
  sweep(): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder))
      if (/\.sqlite\.part(-\w+)?$/.test(name)) rmSync(join(this.folder, name), { force: true });
  }

  #file(name: string): readonly SnapshotFile[] {
    const [, kind, day, hour, minute, second] = NAME.exec(name) ?? [];
    if (kind === undefined) return [];
    const madeAt = Date.parse(`${day}T${hour}:${minute}:${second ?? '00'}Z`);
    return [{ name, path: join(this.folder, basename(name)), madeAt, rescued: kind === 'rescued' }];
  }
}
