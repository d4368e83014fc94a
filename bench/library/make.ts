/** The library of years: made once, and kept for the next run. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3-multiple-ciphers';
import { build } from 'vite';
import type * as Indexing from '../../src/main/jobs/search/index-messages';
import type * as Storage from '../../src/main/storage/database';
import { loadStorage } from '../conversation/storage.ts';
import { makeLibrary } from '../make-library.ts';
import { Texts } from './texts.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/parley-bench-library');
const migrations = readdirSync(join(root, 'src/main/storage/migrations')).length;
/** In large steps: nobody else writes meanwhile. */
const STEP_MS = 1000;

export interface Made {
  /** The data folder of an app. */
  readonly folder: string;
  readonly path: string;
  /** Seconds; null where it was there already. */
  readonly fillS: number | null;
  readonly indexS: number | null;
}

export async function makeYears(conversations: number, messages: number): Promise<Made> {
  const folder = join(cache, String(messages));
  const path = join(folder, 'library.sqlite');
  if (isFilled(path)) {
    (await loadStorage()).openLibrary(path).db.close(); // one of an earlier schema is brought up to date
    await index(path); // an earlier run may have left something due
    return { folder, path, fillS: null, indexS: null };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const texts = new Texts();
  const began = performance.now();
  process.stderr.write('Writing the messages\n');
  makeLibrary(path, { conversations, messages }, undefined, {
    title: () => texts.title(),
    question: () => texts.question(),
    answer: () => texts.answer(),
  });
  const filled = performance.now();
  process.stderr.write('Reading their words into the index\n');
  await index(path);
  const seconds = (ms: number) => Math.round(ms / 1000);
  return { folder, path, fillS: seconds(filled - began), indexS: seconds(performance.now() - filled) };
}

/** Written to its end, by the schema of today or one before. */
function isFilled(path: string): boolean {
  if (!existsSync(path)) return false;
  const db = new Database(path);
  try {
    const version = db.pragma('user_version', { simple: true }) as number;
    return (
      version > 0 && version <= migrations && db.prepare('SELECT 1 FROM message LIMIT 1').get() !== undefined
    );
  } finally {
    db.close();
  }
}

/** With the app's own code, bundled for use outside the app. */
async function index(path: string): Promise<void> {
  const outDir = join(cache, 'code');
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      outDir,
      rolldownOptions: {
        input: {
          indexing: join(root, 'src/main/jobs/search/index-messages.ts'),
          database: join(root, 'src/main/storage/database.ts'),
        },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].mjs', format: 'es' },
      },
    },
  });
  const load = async (name: string) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href) as unknown;
  const { Database: Library } = (await load('database')) as typeof Storage;
  const { indexerOf } = (await load('indexing')) as typeof Indexing;
  const db = new Library(path);
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000');
  const indexer = indexerOf(db);
  while (indexer.step(STEP_MS)) indexer.tidy();
  while (indexer.tidy());
  db.close();
}
