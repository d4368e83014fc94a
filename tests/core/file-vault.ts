import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '../../src/main/services/keys';
import { writeWhole } from '../../src/main/storage/library-file';

/** Stands in for a keychain, which outlives the process that wrote to it. */
export function fileVault(folder: string): Vault {
  const path = join(folder, 'vault.json');
  const read = (): Record<string, string> => {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    } catch {
      return {};
    }
  };
  const write = (entries: Record<string, string | undefined>) => writeWhole(path, JSON.stringify(entries));
  return {
    read: (entry) => Promise.resolve(read()[entry] ?? null),
    write: (entry, secret) => Promise.resolve(write({ ...read(), [entry]: secret })),
    forget: (entry) => Promise.resolve(write({ ...read(), [entry]: undefined })),
  };
}
