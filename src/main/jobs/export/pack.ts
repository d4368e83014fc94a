import { createReadStream } from 'node:fs';
import type { Job } from '../job';
import { writeFile } from './whole-file';
import { zipped } from './zip';

export const pack: Job<'pack'> = async ({ files, file }, { signal }) => {
  const entries = files.map(({ path, name, time }) => ({
    ...{ name, time },
    content: (): AsyncIterable<Uint8Array> => createReadStream(path),
  }));
  await writeFile(file, zipped(entries), signal);
};
