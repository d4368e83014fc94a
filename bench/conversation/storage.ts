/** The app's own storage, bundled for use outside the app. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as Storage from '../../src/main/storage/open-library';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/parley-bench-storage');

export async function loadStorage(): Promise<typeof Storage> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(root, 'src/main/storage/open-library.ts'),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'storage.mjs', format: 'es' } },
    },
  });
  return (await import(pathToFileURL(join(folder, 'storage.mjs')).href)) as typeof Storage;
}
