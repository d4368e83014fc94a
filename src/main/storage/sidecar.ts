import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './library-file';

/** Which key a library is encrypted with, without the key: its name in the keychain, and a value that only it gives. */
export interface KeyMark {
  readonly id: string;
  readonly check: string;
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
}

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
      const { folder, created, key, next } = JSON.parse(text) as Record<string, unknown>;
      return {
        folder: typeof folder === 'string' ? folder : null,
        created: typeof created === 'number' ? created : 0,
        key: markOf(key),
        next: markOf(next),
      };
    } catch {
      return { folder: null, created: 0, key: null, next: null };
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
