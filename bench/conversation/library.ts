/** Ten conversations, each as long as years of talk in one chat: the same texts for every contender. */
import { rmSync } from 'node:fs';
import type { Message } from '../../src/shared/model';
import type { Theme } from '../../src/shared/settings';
import { markdownAnswer, plainQuestion } from '../answers.ts';
import { loadStorage } from './storage.ts';

export const CHATS = 10;
const MESSAGES = 2000;

export const titleOf = (chat: number): string => `Long chat ${chat}`;
/** Words that only this chat's last message has; they are its end. */
export const lastWordsOf = (chat: number): string => `The end of chat ${chat}.`;

/** About 1 KB a message on average: short questions, long answers, code in every other one. */
export function messagesOf(chat: number): readonly string[] {
  return Array.from({ length: MESSAGES }, (_, at) => {
    const seed = chat * 100_000 + at;
    if (at % 2 === 0) return plainQuestion(seed, 120 + ((at * 37) % 400));
    const text = markdownAnswer(seed, 620 + ((at * 7919) % 2000) * 0.85, at % 4 === 1);
    return at === MESSAGES - 1 ? `${text}\n\n${lastWordsOf(chat)}` : text;
  });
}

interface MakeOptions {
  readonly address: string;
  readonly theme: Theme;
}

/** Writes the file anew. Returns the ids of the conversations. */
export async function makeLongLibrary(path: string, { address, theme }: MakeOptions): Promise<string[]> {
  rmSync(path, { force: true });
  const { openLibrary } = await loadStorage();
  const { db, accounts, conversations, messages, settings } = openLibrary(path);
  const account = { id: 'bench', name: 'Bench', address, organization: null, project: null, keyEntry: null };
  accounts.put({ ...account, api: 'responses', defaultModel: 'gpt-6.2-sol' }, 1);
  settings.write({ theme, titles: false });
  const ids = Array.from({ length: CHATS }, () => crypto.randomUUID());
  db.transaction(() => {
    for (const [chat, id] of ids.entries()) {
      conversations.touch({ id, title: titleOf(chat), updatedAt: CHATS - chat });
      let parentId: string | null = null;
      for (const [at, text] of messagesOf(chat).entries()) {
        const message: Message = { ...plain, id: crypto.randomUUID(), conversationId: id, parentId, text };
        messages.add(at % 2 === 0 ? message : { ...message, role: 'assistant', model: 'gpt-6.2-sol' });
        parentId = message.id;
      }
      conversations.setLeaf(id, parentId);
    }
  });
  db.close();
  return ids;
}

const plain: Omit<Message, 'id' | 'conversationId' | 'parentId' | 'text'> = {
  ...{ role: 'user', parts: [], status: 'done', model: null, tokens: null, compacted: false, error: null },
  createdAt: 1,
};

/** Milliseconds that the core needs to read one of them from disk; the median of all. */
export async function readTimes(path: string, ids: readonly string[]): Promise<number[]> {
  const { openLibrary } = await loadStorage();
  const { db, messages } = openLibrary(path);
  const times = ids.map((id) => {
    const began = performance.now();
    messages.of(id);
    return performance.now() - began;
  });
  db.close();
  return times;
}
