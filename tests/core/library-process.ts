/** A process that does one kind of work on a library again and again, until it is killed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { openLibrary, type Library } from '../../src/main/storage/open-library';
import { copy } from '../../src/main/jobs/copy';
import { measure } from '../../src/main/jobs/measure';
import { update } from '../../src/main/jobs/update';
import type { Jobs } from '../../src/main/services/jobs';
import { LibraryCare } from '../../src/main/services/library-care';
import { LibraryKeeper } from '../../src/main/services/library-keeper';
import { LibraryKeys } from '../../src/main/services/library-keys';
import { LibraryLife } from '../../src/main/services/library-life';
import { fileVault } from './file-vault';

/** Another piece of work adds its own here, and a line in `tests/faults/library-kills.test.ts`. */
const acts: Record<string, () => Promise<void>> = {
  writes: () => Promise.resolve(),
  migrations: () => Promise.resolve(),
  snapshots: async () => {
    await care.backUp();
  },
  'new keys': async () => {
    if (life.state.encrypted && Math.random() < 0.5) return care.decrypt();
    care.newKey();
    await care.encrypt();
  },
  moves: async () => {
    target = join(userData, `place-${crypto.randomUUID()}`);
    mkdirSync(target);
    await care.move();
  },
  restores: async () => {
    const [last] = await care.backUp();
    if (last) await care.restore(last);
  },
};

const [userData = '', act = ''] = process.argv.slice(2);
const tell = (message: unknown) => new Promise<void>((resolve) => process.send?.(message, () => resolve()));
let target: string | null = null;
let library: Library | null = null;

// In this very process, so that a kill meets every one of their steps.
const jobs: Jobs = {
  run: (name, input) =>
    Promise.resolve().then(() => (({ copy, measure, update }) as any)[name](input)) as Promise<never>,
  close: () => Promise.resolve(),
};
const keys = new LibraryKeys(fileVault(userData));
const keeper = new LibraryKeeper({ userData, keys, now: () => Date.now() });
const life = new LibraryLife({
  keeper,
  start: ({ path, key }) => {
    const opened = openLibrary(path, { key });
    library = opened;
    return {
      busy: () => false,
      jobs,
      close: () => {
        library = null;
        opened.db.close();
        return Promise.resolve();
      },
    };
  },
  thread: () => jobs,
  emit: () => undefined,
  reload: () => undefined,
  report: (what, error) => void tell({ mistake: `${what}: ${String(error)}` }),
});
const care = new LibraryCare({
  keeper,
  keys,
  life,
  chooseFolder: () => Promise.resolve(target),
  now: () => Date.now(),
});

/** Told once it is on disk. */
async function write(): Promise<void> {
  const conversationId = crypto.randomUUID();
  library?.db.transaction(() => {
    library?.conversations.touch({ id: conversationId, title: 'Kept', updatedAt: 1 });
    library?.messages.add({
      ...{
        id: crypto.randomUUID(),
        conversationId,
        parentId: null,
        role: 'user',
        text: 'Kept? '.repeat(50),
        parts: [],
      },
      ...{ status: 'done', model: null, tokens: null, compacted: false, error: null, createdAt: 1 },
    });
  });
  await tell({ kept: conversationId });
}

await tell({ ready: true });
await life.open();
for (;;) {
  await write();
  await acts[act]?.().catch((error: unknown) => tell({ mistake: String(error) }));
  await pause();
}
