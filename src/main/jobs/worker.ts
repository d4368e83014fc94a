/** A thread's first file: takes jobs one after the other, on a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/errors';
import { speakFrom } from '../../shared/words';
import { every } from '../../shared/words/every';
import type { JobName } from '../services/jobs';
import { Database } from '../storage/database';
import { copy } from './copy';
import { importClear } from './import/clear';
import { importLook } from './import/look';
import { importRun } from './import/run';
import { measureExport } from './export/measure';
import { inspect } from './inspect';
import type { Job, JobContext } from './job';
import { measure } from './measure';
import type { FromThread, ThreadData, ToThread } from './messages';
import { rescue } from './rescue';
import { indexMessages } from './search/index-messages';
import { search } from './search/search';
import { update } from './update';

/** What writes pages is loaded when one is written. */
const exportChats: Job<'export'> = async (input, context) =>
  (await import('./export/export-chats')).exportChats(input, context);
const pack: Job<'pack'> = async (input, context) => (await import('./export/pack')).pack(input, context);

const jobs: { readonly [N in JobName]: Job<N> } = {
  ...{ copy, inspect, measure, rescue, update },
  ...{ 'import.look': importLook, 'import.run': importRun, 'import.clear': importClear },
  ...{ measureExport, export: exportChats, pack },
  ...{ indexMessages, search },
};

const { libraryPath, key } = workerData as ThreadData; // the one that begins the thread gives it
let database: Database | null = null;
const library = () => (database ??= new Database(libraryPath, { key }));

type Run = Extract<ToThread, { run: JobName }>;

const cancels = new Map<number, AbortController>();
let last: Promise<void> = Promise.resolve();

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function run({ id, run: name, input, language }: Run, signal: AbortSignal): Promise<void> {
  try {
    signal.throwIfAborted();
    speakFrom(() => every[language]);
    const progress = (told: unknown) => tell({ id, progress: told });
    const job = jobs[name] as (input: unknown, context: JobContext) => unknown; // its name says what it is given
    tell({ id, value: await job(input, { library, signal, progress }) });
  } catch (thrown) {
    tell({ id, error: AppError.from(thrown).toData() });
  } finally {
    cancels.delete(id);
  }
}

parentPort?.on('message', (message: ToThread) => {
  const { id } = message;
  if ('cancel' in message) return cancels.get(id)?.abort();
  const cancel = new AbortController();
  cancels.set(id, cancel);
  last = last.then(() => run(message, cancel.signal));
});
