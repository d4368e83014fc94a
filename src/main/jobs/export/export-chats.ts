import { setImmediate as turn } from 'node:timers/promises';
import type { JobTable } from '../../services/jobs';
import { UniqueNames } from '../../services/unique-names';
import { type ChatRow, ExportStore } from '../../storage/export-store';
import { ReceiptStore } from '../../storage/receipt-store';
import type { Job, JobContext } from '../job';
import { type Chat, ChatSource } from './chat-source';
import { contentsHtml } from './contents-page';
import { chatHtml } from './html';
import { chatJson, footJson, headJson } from './json';
import { chatMarkdown } from './markdown';
import { loadPageLook } from './page-look';
import { writeFile } from './whole-file';
import { type Entry, zipped } from './zip';

type Write = (chat: Chat) => Iterable<string>;

/** How often progress is told, at most. */
const TOLD_MS = 100;
/** The first page of a zip of pages. */
const CONTENTS = 'index.html';

/** One conversation after the other, none of them whole in memory, all as they were when it began. */
export const exportChats: Job<'export'> = async (input, context) => {
  const store = new ExportStore(context.library());
  await store.atOnce(() => new Export(input, context, store).run());
};

class Export {
  readonly #input: JobTable['export']['input'];
  readonly #context: JobContext<'export'>;
  readonly #store: ExportStore;
  readonly #source: ChatSource;
  readonly #rows: readonly ChatRow[];
  #done = 0;
  #told = 0;

  constructor(input: JobTable['export']['input'], context: JobContext<'export'>, store: ExportStore) {
    const receipts = new ReceiptStore(context.library());
    this.#input = input;
    this.#context = context;
    this.#store = store;
    this.#source = new ChatSource({ store, receipts }, input.content);
    this.#rows = this.#source.rows(input.ids);
  }

  async run(): Promise<void> {
    await writeFile(this.#input.file, await this.#content(), this.#context.signal);
  }

  async #content(): Promise<AsyncIterable<string | Uint8Array>> {
    if (this.#input.format === 'json') return this.#json();
    const write = await this.#writer();
    return this.#input.zip ? zipped(this.#entries(write)) : this.#texts(write);
  }

  async #writer(): Promise<Write> {
    if (this.#input.format === 'markdown') return chatMarkdown;
    const { dollarMaths } = this.#input;
    const look = await loadPageLook();
    return (chat) => chatHtml(chat, { dollarMaths, look });
  }

  async *#json(): AsyncGenerator<string> {
    const { ids, content } = this.#input;
    yield* headJson(this.#store.folders(ids));
    for (const [index, row] of this.#rows.entries())
      yield* this.#text(row, (chat) => chatJson(chat, index === 0, content.reasoning));
    yield footJson(this.#rows.length > 0);
  }

  async *#texts(write: Write): AsyncGenerator<string> {
    for (const row of this.#rows) yield* this.#text(row, write);
  }

  *#entries(write: Write): Generator<Entry> {
    const ending = this.#input.format === 'html' ? '.html' : '.md';
    const names = new UniqueNames([CONTENTS]);
    const named = this.#rows.map((row) => ({ row, name: names.of(row.title, ending) }));
    const listed = named.map(({ row, name }) => ({ name, title: row.title, time: row.updatedAt }));
    if (ending === '.html')
      yield { name: CONTENTS, time: this.#rows[0]?.updatedAt ?? 0, content: () => contentsHtml(listed) };
    for (const { row, name } of named)
      yield { name, time: row.updatedAt, content: () => this.#text(row, write) };
  }

  async *#text(row: ChatRow, write: Write): AsyncGenerator<string> {
    for (const text of write(this.#source.chat(row))) {
      this.#context.signal.throwIfAborted();
      yield text;
    }
    await turn(); // so that a wish to stop is heard
    this.#tell();
  }

  #tell(): void {
    this.#done += 1;
    const total = this.#rows.length;
    const now = performance.now();
    if (this.#done < total && now - this.#told < TOLD_MS) return;
    this.#told = now;
    this.#context.progress({ done: this.#done, total });
  }
}
