/** The app's catalogue, bundled for use outside the app: pictures are taken by what the window says. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Words } from '../../src/shared/words/language';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/parley-words');

export async function loadWords(): Promise<Readonly<Record<'en' | 'de', Words>>> {
  const entry = (name: string) => join(root, `src/shared/words/${name}.ts`);
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: { english: entry('english'), german: entry('german') },
        output: { entryFileNames: '[name].mjs', format: 'es' },
      },
    },
  });
  const load = async (name: string) =>
    (await import(pathToFileURL(join(folder, `${name}.mjs`)).href)) as Record<string, { words: Words }>;
  const [{ english }, { german }] = await Promise.all([load('english'), load('german')]);
  if (!english || !german) throw new Error('The catalogue exports no language.');
  return { en: english.words, de: german.words };
}
