import { open } from 'node:fs/promises';
import { AppError } from '../../../shared/errors';

/** What is written at once. */
const BLOCK = 256 * 1024;

type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Writes a new file, as much at once as is worth it. Rejects with `FILE_NOT_SAVED`, and the file is then a part. */
export async function writeFile(path: string, chunks: Chunks, signal: AbortSignal): Promise<void> {
  try {
    const file = await open(path, 'wx');
    try {
      for await (const block of blocks(chunks)) {
        signal.throwIfAborted();
        await file.writeFile(block);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (thrown) {
    if (!isOfTheSystem(thrown)) throw thrown;
    throw new AppError('FILE_NOT_SAVED', `The file was not written: ${thrown.code}.`, { cause: thrown });
  }
}

/** Small pieces joined, so that each is worth its way. */
export async function* blocks(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let size = 0;
  const joined = () => {
    const block = Buffer.from(waiting.join(''));
    [waiting, size] = [[], 0];
    return block;
  };
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    waiting.push(chunk);
    if ((size += chunk.length) >= BLOCK) yield joined();
  }
  if (size > 0) yield joined();
}

function isOfTheSystem(thrown: unknown): thrown is Error & { code: string } {
  return (
    thrown instanceof Error && 'syscall' in thrown && 'code' in thrown && typeof thrown.code === 'string'
  );
}
