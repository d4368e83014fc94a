import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './library-file';

/** Which key a library is encrypted with, without the key: its name in the keychain, and a value that only it gives. */
export interface KeyMark {
  readonly id: string;
  readonly check: string;
}

/** A move that has begun; which of the two is the library is said by `folder` alone. */
interface Move {
  readonly from: string;
  readonly to: string;
}

/** What is known of the library without opening it. */
export interface Sidecar {
  /** Where it lies; null is the app's own folder. */
  readonly folder: string | null;
  readonly created: number;
  /** Null while it is not encrypted. */
  readonly key: KeyMark | null;
  /** The key that it is being encrypted with: a crash leaves the file with the one or with the other. */
  readonly next: KeyMark | null;
  /** While it is encrypted anew or decrypted: the snapshots that go once that is done; null at any other time. */
  readonly replaces: readonly string[] | null;
  /** Files of an unencrypted library that was damaged or moved; encrypting removes them. */
  readonly left: readonly string[];
  readonly moving: Move | null;
}

/** As it is before anything is known. */
export const unknown: Sidecar = {
  folder: null,
  created: 0,
  key: null,
  next: null,
  replaces: null,
  left: [],
  moving: null,
};

/** `library.json`, which says that there is a library, so that one that is missing is never taken for a new one. */
export class SidecarFile {
  readonly path: string;

  constructor(userData: string) {
    this.path = join(userData, 'library.json');
  }

  /** Null where there never was a library; one that is no longer legible still says that there was. */
  read(): Sidecar | null {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
      throw thrown;
    }
    try {
      const { folder, created, key, next, replaces, left, moving } = JSON.parse(text) as Record<
        string,
        unknown
      >;
      return {
        folder: typeof folder === 'string' ? folder : null,
        created: typeof created === 'number' ? created : 0,
        key: markOf(key),
        next: markOf(next),
        moving: moveOf(moving),
        replaces: Array.isArray(replaces) ? stringsOf(replaces) : null,
        left: stringsOf(left),
      };
    } catch {
      return unknown;
    }
  }

  write(sidecar: Sidecar): void {
    writeWhole(this.path, `${JSON.stringify({ version: 1, ...sidecar }, null, 2)}\n`);
  }
}

function markOf(value: unknown): KeyMark | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, check } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof check === 'string' ? { id, check } : null;
}

function moveOf(value: unknown): Move | null {
  if (typeof value !== 'object' || value === null) return null;
  const { from, to } = value as Record<string, unknown>;
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null;
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
