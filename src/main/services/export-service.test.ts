import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, expect, test, vi } from 'vitest';
import type { AppEvent, Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { usualSettings } from '../../shared/settings';
import { ExportService } from './export-service';
import type { JobName, JobOptions, Jobs, JobTable } from './jobs';

const ids = ['018f0000-0000-7000-8000-00000000000a', '018f0000-0000-7000-8000-00000000000b'];
const wish: Input<'export.start'> = {
  ids,
  format: 'markdown',
  branches: true,
  costs: false,
  reasoning: false,
};

interface World {
  readonly titles?: readonly string[];
  /** What writing does instead of writing. */
  readonly write?: (signal: AbortSignal) => Promise<void>;
  readonly choose?: (name: string) => string | null;
}

function setUp({ titles = ['Sky', 'Sea'], write, choose }: World = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-export-service-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const events: AppEvent[] = [];
  const asked: (readonly [JobName, unknown])[] = [];
  const run = async (name: JobName, input: unknown, options: JobOptions<'export'> = {}): Promise<unknown> => {
    asked.push([name, input]);
    if (name === 'measureExport') {
      const { ids: wanted } = input as JobTable['measureExport']['input'];
      const chats = titles.map((title, index) => ({ id: ids[index] ?? '', title, updatedAt: 1 }));
      return { chats: chats.filter(({ id }) => wanted === 'all' || wanted.includes(id)), messages: 5 };
    }
    if (write && options.signal) await write(options.signal);
    options.progress?.({ done: 1, total: 2 });
    writeFileSync((input as { file: string }).file, `written by ${name}`, { flag: 'wx' });
    return undefined;
  };
  const jobs = { run, close: () => Promise.resolve() } as Jobs;
  const names: string[] = [];
  const showInFolder = vi.fn();
  const service = new ExportService({
    ...{ jobs: { quick: jobs, long: jobs }, settings: { all: () => usualSettings }, showInFolder },
    chooseFile: (name) => {
      names.push(name);
      return Promise.resolve(choose ? choose(name) : join(folder, name));
    },
    printPdf: (page) => Promise.resolve(Buffer.from(`%PDF ${readFileSync(page, 'utf8')}`)),
    emit: (event) => void events.push(event),
    now: () => new Date(2026, 10, 27).getTime(),
  });
  const files = () => readdirSync(folder);
  return { service, folder, events, asked, names, files, showInFolder };
}

test('one chat is a file of its name, and several are a zip of the day', async () => {
  const { service, names, asked, files } = setUp();
  expect(await service.start({ ...wish, ids: ids.slice(0, 1) })).toBe('Sky.md');
  expect(await service.start(wish)).toBe('Parley chats 2026-11-27.zip');
  expect(await service.start({ ...wish, format: 'json' })).toBe('Parley chats 2026-11-27.json');
  expect(names).toEqual(['Sky.md', 'Parley chats 2026-11-27.zip', 'Parley chats 2026-11-27.json']);
  const written = asked
    .filter(([name]) => name === 'export')
    .map(([, input]) => (input as { zip: boolean }).zip);
  expect(written).toEqual([false, true, false]);
  expect(files().toSorted()).toEqual([
    'Parley chats 2026-11-27.json',
    'Parley chats 2026-11-27.zip',
    'Sky.md',
  ]);
});

test('progress is told, and what was written last is shown in its folder', async () => {
  const { service, events, folder, showInFolder } = setUp();
  service.show();
  expect(showInFolder).not.toHaveBeenCalled();
  await service.start(wish);
  expect(events).toEqual([{ name: 'export.progress', done: 1, total: 2 }]);
  service.show();
  expect(showInFolder).toHaveBeenCalledWith(join(folder, 'Parley chats 2026-11-27.zip'));
});

test('a PDF is printed from the page, and several are packed under names of their own', async () => {
  const { service, folder, asked, events } = setUp({ titles: ['Sky', 'sky'] });
  expect(await service.start({ ...wish, format: 'pdf', ids: ids.slice(0, 1) })).toBe('Sky.pdf');
  expect(readFileSync(join(folder, 'Sky.pdf'), 'utf8')).toBe('%PDF written by export');
  await service.start({ ...wish, format: 'pdf' });
  const packed = asked.find(([name]) => name === 'pack')?.[1] as JobTable['pack']['input'];
  expect(packed.files.map(({ name }) => name)).toEqual(['Sky.pdf', 'sky (2).pdf']);
  expect(events.at(-1)).toEqual({ name: 'export.progress', done: 2, total: 2 });
});

test('who would rather not say where gets no file', async () => {
  const { service, files } = setUp({ choose: () => null });
  expect(await service.start(wish)).toBeNull();
  expect(files()).toEqual([]);
});

const untilStopped = (signal: AbortSignal) =>
  new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

test('cancelled, it leaves nothing, and another one may begin', async () => {
  let begun = () => undefined as void;
  const writing = new Promise<void>((resolve) => (begun = resolve));
  const { service, files } = setUp({
    write: (signal) => {
      begun();
      return untilStopped(signal);
    },
  });
  const first = service.start(wish);
  await writing;
  expect(files()).toHaveLength(1);
  await expect(service.start(wish)).rejects.toMatchObject({ code: 'BUSY' });
  service.cancel();
  expect(await first).toBeNull();
  expect(files()).toEqual([]);
});

test('one that fails leaves what was there, and nothing beside it', async () => {
  const failure = new AppError('FILE_NOT_SAVED', 'The file was not written: ENOSPC.');
  const { service, folder, files } = setUp({ write: () => Promise.reject(failure) });
  writeFileSync(join(folder, 'Parley chats 2026-11-27.zip'), 'old');
  await expect(service.start(wish)).rejects.toBe(failure);
  expect(files()).toEqual(['Parley chats 2026-11-27.zip']);
  expect(readFileSync(join(folder, 'Parley chats 2026-11-27.zip'), 'utf8')).toBe('old');
});

test('a folder that takes no file is said so', async () => {
  const { service } = setUp({ choose: () => '/nowhere/at/all.zip' });
  await expect(service.start(wish)).rejects.toMatchObject({ code: 'FILE_NOT_SAVED' });
});

test('closing gives up what runs', async () => {
  let work = '';
  const { service, folder } = setUp({
    write: (signal) => {
      work = readdirSync(folder)[0] ?? '';
      return untilStopped(signal);
    },
  });
  const running = service.start(wish);
  await vi.waitFor(() => expect(work).not.toBe(''));
  service.close();
  expect(existsSync(join(folder, work))).toBe(false);
  expect(await running).toBeNull();
});
