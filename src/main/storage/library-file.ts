import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The name of the library's file, in whichever folder it lies. */
export const LIBRARY = 'library.sqlite';

/**
 * What a file is by its first bytes: `sealed` is an encrypted database, whose first page leaves a few bytes
 * as they are in any, and `broken` is neither.
 */
export type FileKind = 'missing' | 'empty' | 'plain' | 'sealed' | 'broken';

export function kindOf(path: string): FileKind {
  if (!existsSync(path)) return 'missing';
  const head = Buffer.alloc(24);
  const file = openSync(path, 'r');
  try {
    const read = readSync(file, head, 0, head.length, 0);
    if (read === 0) return 'empty';
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1', 0, 16) === 'SQLite format 3\0') return 'plain';
  return head.readUIntBE(21, 3) === 0x402020 ? 'sealed' : 'broken';
}

/** The log and its index, beside a database that is open or that was left by a crash. */
const beside = (path: string): readonly string[] => [`${path}-wal`, `${path}-shm`, `${path}-journal`];

/** Removes a database with all that lies beside it. */
export function remove(path: string): void {
  for (const file of [path, ...beside(path)]) rmSync(file, { force: true });
}

/**
 * Puts a whole file in the place of a database that is closed: after a crash there is the one or the other.
 *
 * What a log beside the old one still held is lost with it, so whoever wants it sets it aside before.
 */
export function replaceWith(next: string, path: string): void {
  sync(next);
  for (const file of beside(path)) rmSync(file, { force: true }); // A log belongs to one file only.
  renameSync(next, path);
  sync(dirname(path));
}

/** Keeps a damaged database under another name, its log with it. Answers with that name. */
export function setAside(path: string, name: string): string {
  const aside = join(dirname(path), name);
  for (const [index, file] of [path, ...beside(path)].entries()) {
    if (!existsSync(file)) continue;
    const target = index === 0 ? aside : `${aside}${file.slice(path.length)}`;
    try {
      linkSync(file, target);
    } catch {
      copyFileSync(file, target, constants.COPYFILE_EXCL); // Not every disk has links.
      sync(target);
    }
  }
  sync(dirname(path));
  return aside;
}

/** Writes a small file: after a crash it is the old one or the new one. */
export function writeWhole(path: string, text: string): void {
  const next = `${path}.tmp`;
  writeFileSync(next, text, { mode: 0o600 });
  sync(next);
  renameSync(next, path);
  sync(dirname(path));
}

/** Has the disk keep what was written to a file, or which files a folder has. */
function sync(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch {
    if (process.platform === 'win32') return; // It opens no folders, and keeps their names by itself.
    file = openSync(path, 'r');
  }
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
