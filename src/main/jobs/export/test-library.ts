/** For tests: a library in memory with conversations as trees, and what an export of it is. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportContent } from '../../../shared/export';
import type { Message } from '../../../shared/model';
import type { Receipt } from '../../../shared/money';
import type { JobTable } from '../../services/jobs';
import { type Library, openLibrary } from '../../storage/open-library';
import type { Database } from '../../storage/database';
import type { JobContext } from '../job';
import { exportChats } from './export-chats';

export const everything: ExportContent = { branches: true, costs: true, reasoning: true };

/** 3 January 2026, 14:02, here. */
const TIME = new Date(2026, 0, 3, 14, 2).getTime();

export class TestLibrary {
  readonly library: Library;
  #receipts = 0;

  constructor(path = ':memory:') {
    this.library = openLibrary(path);
  }

  /** A chat with the messages that are given; the last one is shown. Names stand for ids. */
  chat(id: string, title: string, messages: readonly Partial<Message>[] = []): void {
    const { conversations, messages: stored } = this.library;
    conversations.touch({ id, title, updatedAt: TIME });
    for (const [index, message] of messages.entries()) {
      const role = message.role ?? (index % 2 === 0 ? 'user' : 'assistant');
      stored.add({
        ...{ id: `${id} ${index}`, conversationId: id, role, text: '', parts: [], tokens: null },
        ...{
          parentId: index === 0 ? null : `${id} ${index - 1}`,
          status: 'done',
          error: null,
          compacted: false,
        },
        ...{ model: role === 'user' ? null : 'gpt-6.2-sol', createdAt: TIME },
        ...message,
      });
    }
    if (messages.length > 0) conversations.setLeaf(id, messages.at(-1)?.id ?? `${id} ${messages.length - 1}`);
  }

  /** What one answer cost, in micro-dollars. */
  spent(conversationId: string, messageId: string | null, micros: number): void {
    const receipt: Receipt = {
      ...{
        id: `r${(this.#receipts += 1)}`,
        at: TIME,
        kind: 'answer',
        outcome: 'completed',
        conversationId,
        messageId,
      },
      ...{
        accountId: 'a',
        accountName: 'OpenAI',
        asked: 'gpt-6.2-sol',
        model: 'gpt-6.2-sol',
        tier: 'default',
      },
      ...{ tools: {}, toolMicros: 0, micros, prices: '2026-11-22', estimated: false },
      usage: { input: 1_240, cached: 0, cacheWritten: 0, output: 612, reasoning: 0 },
    };
    this.library.receipts.add(receipt);
  }

  async text(format: 'markdown' | 'json' | 'html', content: Partial<ExportContent> = {}): Promise<string> {
    return (await exportOf(this.library.db, { format, content: { ...everything, ...content } })).toString();
  }
}

/** The file that an export writes. */
export async function exportOf(
  db: Database,
  wish: Partial<JobTable['export']['input']>,
  { signal = new AbortController().signal, progress = () => undefined }: Partial<JobContext<'export'>> = {},
): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-export-'));
  const file = join(folder, 'file');
  const usual = { ids: 'all', format: 'json', content: everything, dollarMaths: true, zip: false } as const;
  try {
    await exportChats({ ...usual, file, ...wish }, { library: () => db, signal, progress });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
