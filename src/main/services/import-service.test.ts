import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { AppEvent } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { openLibrary } from '../storage/open-library';
import { ImportService } from './import-service';
import type { JobName, JobOptions, Jobs } from './jobs';

const look = { format: 'chatgpt', messages: 1 };
const result = { conversations: 1, grown: 0, messages: 1 };

/** With jobs that answer as told, and a user who chooses this file. */
function setUp(answers: Partial<Record<JobName, unknown>> = {}, file: string | null = '/home/me/export.zip') {
  const { db } = openLibrary(':memory:');
  const ran: (readonly [JobName, unknown])[] = [];
  const events: AppEvent[] = [];
  const jobs: Jobs = {
    run: async (name: JobName, input: unknown, { signal, progress }: JobOptions<never> = {}) => {
      ran.push([name, input]);
      progress?.({ done: 1, of: 2 } as never);
      if (answers[name] === 'never') {
        await pause(10_000, null, { signal });
      }
      if (answers[name] instanceof Error) throw answers[name];
      return { 'import.look': look, 'import.run': result }[name as string] as never;
    },
    close: () => Promise.resolve(),
  };
  const service = () =>
    new ImportService({
      ...{ db, jobs },
      arrived: () => undefined,
      openFile: () => Promise.resolve(file),
      emit: (event) => void events.push(event),
      report: () => undefined,
    });
  return { db, ran, events, service };
}

test('the window learns what is in a file and its name, and not where it lies', async () => {
  const { ran, events, service } = setUp();
  const imports = service();
  const choice = await imports.choose();
  expect(choice).toEqual({ ...look, token: expect.any(String), fileName: 'export.zip' });
  expect(JSON.stringify(choice)).not.toContain('/home/me');
  expect(await imports.start({ token: choice?.token ?? '' })).toEqual(result);
  expect(ran).toEqual([
    ['import.look', { path: '/home/me/export.zip' }],
    ['import.run', { path: '/home/me/export.zip', importId: expect.any(String) }],
  ]);
  expect(events.map(({ name }) => name)).toEqual(['import.progress', 'import.progress', 'import.ended']);
});

test('only a file that was chosen can be taken in', async () => {
  const { ran, service } = setUp();
  const imports = service();
  await imports.choose();
  await expect(imports.start({ token: crypto.randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(ran.map(([name]) => name)).toEqual(['import.look']);
});

test('a user who would rather not has chosen nothing', async () => {
  expect(await setUp({}, null).service().choose()).toBeNull();
});

test('a cancel ends what is under way, and nothing is told to have come', async () => {
  const { events, service } = setUp({ 'import.run': 'never' });
  const imports = service();
  const choice = await imports.choose();
  const taking = imports.start({ token: choice?.token ?? '' });
  await expect(imports.choose()).rejects.toMatchObject({ code: 'BUSY' });
  imports.cancel();
  expect(await taking).toBeNull();
  expect(events.some(({ name }) => name === 'import.ended')).toBe(false);
});

test('a file that is refused says why', async () => {
  const refused = new AppError('IMPORT_REFUSED', 'No.');
  await expect(setUp({ 'import.look': refused }).service().choose()).rejects.toBe(refused);
});

test('what a crash has left is thrown away at the start', () => {
  const { db, ran, service } = setUp();
  service();
  expect(ran).toEqual([]);
  db.run(
    `INSERT INTO conversation (id, title, created_at, updated_at, arriving) VALUES ('a', '', 1, 1, 'x')`,
  );
  service();
  expect(ran).toEqual([['import.clear', null]]);
});
