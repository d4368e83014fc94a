import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AppEvent, Input } from '../../shared/contract';
import type { ExportExtent, ExportProgress } from '../../shared/contract/export';
import { AppError } from '../../shared/errors';
import type { ExportFormat } from '../../shared/export';
import { words } from '../../shared/words';
import { safeFileName } from './file-name';
import type { ExportedChat } from './export-jobs';
import type { Jobs } from './jobs';
import type { SettingsService } from './settings-service';
import { UniqueNames } from './unique-names';

export interface ExportServiceDeps {
  readonly jobs: { readonly quick: Jobs; readonly long: Jobs };
  readonly settings: Pick<SettingsService, 'all'>;
  /** Asks the user where; null where they would rather not. */
  readonly chooseFile: (name: string) => Promise<string | null>;
  /** A page that was written to a file, as a PDF. */
  readonly printPdf: (page: string) => Promise<Uint8Array>;
  readonly showInFolder: (path: string) => void;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
}

type Wish = Input<'export.start'>;

interface Running {
  readonly stop: AbortController;
  /** A folder beside the file, where it is written first. */
  work: string | null;
}

interface Writing {
  readonly file: string;
  readonly zip: boolean;
  readonly signal: AbortSignal;
  /** Its progress is told. */
  readonly told?: boolean;
}

/** So many chats are counted in no time. */
const FEW = 100;

const endings: Readonly<Record<ExportFormat, string>> = {
  markdown: '.md',
  json: '.json',
  html: '.html',
  pdf: '.pdf',
};

/** Gives conversations out as files. A file is there whole, or not at all. */
export class ExportService {
  readonly #deps: ExportServiceDeps;
  #running: Running | null = null;
  #last: string | null = null;

  constructor(deps: ExportServiceDeps) {
    this.#deps = deps;
  }

  async measure(input: Input<'export.measure'>): Promise<ExportExtent> {
    const { chats, messages } = await this.#thread(input.ids).run('measureExport', input);
    const [first] = chats;
    return { chats: chats.length, messages, title: chats.length === 1 ? (first?.title ?? null) : null };
  }

  /** Rejects with `FILE_NOT_SAVED`, and a file that was there stays; with `BUSY` while another one runs. */
  async start(wish: Wish): Promise<string | null> {
    if (this.#running) throw new AppError('BUSY', 'Another export is being written.');
    const running: Running = { stop: new AbortController(), work: null };
    this.#running = running;
    try {
      return await this.#export(wish, running);
    } catch (thrown) {
      if (running.stop.signal.aborted) return null;
      throw toFileError(thrown);
    } finally {
      this.#running = null;
    }
  }

  cancel(): void {
    this.#running?.stop.abort();
  }

  show(): void {
    if (this.#last !== null) this.#deps.showInFolder(this.#last);
  }

  /** What was begun is given up, and nothing of it is left. */
  close(): void {
    this.cancel();
    const work = this.#running?.work;
    if (work) rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }

  /** To count a large library may take seconds, and what is typed meanwhile waits for the quick one. */
  #thread(ids: Wish['ids']): Jobs {
    const { quick, long } = this.#deps.jobs;
    return ids === 'all' || ids.length > FEW ? long : quick;
  }

  async #export(wish: Wish, running: Running): Promise<string | null> {
    const { signal } = running.stop;
    const input = { ids: wish.ids, branches: wish.branches };
    const { chats } = await this.#thread(wish.ids).run('measureExport', input, { signal });
    if (chats.length === 0) throw new AppError('NOT_FOUND', 'There is no such chat.');
    const path = await this.#deps.chooseFile(this.#nameOf(wish, chats));
    if (path === null) return null;
    signal.throwIfAborted();
    const work = join(dirname(path), `.parley-export-${crypto.randomUUID()}`);
    await mkdir(work);
    running.work = work;
    try {
      const written = join(work, 'written');
      if (wish.format === 'pdf') await this.#pdf(wish, chats, { work, written, signal });
      else
        await this.#write(wish, wish.format, {
          file: written,
          zip: wish.format !== 'json' && chats.length > 1,
          signal,
        });
      signal.throwIfAborted();
      await rename(written, path);
    } finally {
      await rm(work, { recursive: true, force: true, maxRetries: 3 });
    }
    this.#last = path;
    return basename(path);
  }

  #nameOf({ format }: Wish, chats: readonly ExportedChat[]): string {
    const [first] = chats;
    if (chats.length === 1 && first) return new UniqueNames().of(first.title, endings[format]);
    const day = new Date(this.#deps.now()).toLocaleDateString('sv');
    return safeFileName(`${words.transfer.fileName(day)}${format === 'json' ? '.json' : '.zip'}`);
  }

  async #write(
    { ids, branches, costs, reasoning }: Wish,
    format: 'markdown' | 'json' | 'html',
    { file, zip, signal, told = true }: Writing,
  ): Promise<void> {
    const { dollarMaths } = this.#deps.settings.all();
    await this.#deps.jobs.long.run(
      'export',
      { ids, format, content: { branches, costs, reasoning }, dollarMaths, file, zip },
      { signal, progress: (progress) => told && this.#tell(progress) },
    );
  }

  /** Each chat becomes a page, which is printed; several are a zip. */
  async #pdf(
    wish: Wish,
    chats: readonly ExportedChat[],
    { work, written, signal }: { work: string; written: string; signal: AbortSignal },
  ): Promise<void> {
    const names = new UniqueNames();
    const page = join(work, 'page.html');
    const files: { path: string; name: string; time: number }[] = [];
    for (const [index, { id, title, updatedAt }] of chats.entries()) {
      const path = chats.length === 1 ? written : join(work, `${index}.pdf`);
      await this.#write({ ...wish, ids: [id] }, 'html', { file: page, zip: false, signal, told: false });
      await writeFile(path, await this.#deps.printPdf(page), { flag: 'wx', flush: true });
      await rm(page);
      signal.throwIfAborted();
      files.push({ path, name: names.of(title, '.pdf'), time: updatedAt });
      this.#tell({ done: index + 1, total: chats.length });
    }
    if (chats.length > 1) await this.#deps.jobs.long.run('pack', { files, file: written }, { signal });
  }

  #tell(progress: ExportProgress): void {
    this.#deps.emit({ name: 'export.progress', ...progress });
  }
}

function toFileError(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !('syscall' in thrown)) return thrown;
  const code = 'code' in thrown ? String(thrown.code) : 'unknown';
  return new AppError('FILE_NOT_SAVED', `The file was not written: ${code}.`, { cause: thrown });
}
