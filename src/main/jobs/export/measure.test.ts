import { expect, test } from 'vitest';
import { measureExport } from './measure';
import { TestLibrary } from './test-library';

test('what an export would hold is counted, with and without other branches, without the trash', async () => {
  const library = new TestLibrary();
  library.chat('a', 'Sky', [
    { text: 'q' },
    { parentId: 'a 0', role: 'assistant', text: 'first' },
    { parentId: 'a 1', role: 'user', text: 'follows the first' },
    { parentId: 'a 0', role: 'assistant', text: 'second' },
  ]);
  library.chat('b', 'Sea', [{ text: 'q' }, { text: 'a' }]);
  library.chat('c', 'None');
  const context = { library: () => library.library.db, signal: new AbortController().signal };
  const count = async (ids: readonly string[] | 'all', branches: boolean) => {
    const told = { ...context, progress: () => undefined };
    const { chats, messages } = await measureExport({ ids, branches }, told);
    return [chats.map(({ title }) => title).join(), messages];
  };
  expect(await count('all', true)).toEqual(['None,Sea,Sky', 6]);
  expect(await count('all', false)).toEqual(['None,Sea,Sky', 4]);
  expect(await count(['a', 'gone'], true)).toEqual(['Sky', 4]);
  library.library.messages.setDeleted('a 1', 1);
  library.library.conversations.setDeleted('b', 1);
  expect(await count('all', true)).toEqual(['None,Sky', 2]);
  expect(await count('all', false)).toEqual(['None,Sky', 2]);
});
