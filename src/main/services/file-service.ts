import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { safeFileName } from './file-name';

interface FileServiceDeps {
  /** Asks the user where; null where they would rather not. */
  readonly chooseFile: (name: string) => Promise<string | null>;
}

/** Keeps texts as files, where the user says. */
export class FileService {
  readonly #deps: FileServiceDeps;

  constructor(deps: FileServiceDeps) {
    this.#deps = deps;
  }

  /** True once the whole text is on disk, in UTF-8. Rejects with `FILE_NOT_SAVED`, and a file that was there stays. */
  async save({ name, text }: Input<'file.save'>): Promise<boolean> {
    const path = await this.#deps.chooseFile(safeFileName(name));
    if (path === null) return false;
    try {
      await replace(path, text);
    } catch (thrown) {
      throw new AppError('FILE_NOT_SAVED', `The file was not written: ${codeOf(thrown)}.`, { cause: thrown });
    }
    return true;
  }
}

/** The file is the old one or the new one, and never a part of either. */
async function replace(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
}
