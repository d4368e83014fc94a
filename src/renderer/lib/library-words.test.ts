import { expect, test } from 'vitest';
import { libraryTroubles } from '../../shared/library-care';
import { countOf, readOnlyWords, sizeWords, troubleCopy } from './library-words';

test('every trouble has a way on, and none of them leaves one without quitting', () => {
  for (const trouble of libraryTroubles) {
    const { actions, title, kept } = troubleCopy[trouble];
    expect(actions.length, trouble).toBeGreaterThan(1);
    expect(actions.at(-1)).toBe('quit');
    expect(`${title}${kept}`).not.toContain('Error');
    expect(readOnlyWords(trouble)).toContain('a copy to read');
  }
});

test('sizes and counts read as a person says them', () => {
  expect([0, 999, 4096, 143_360, 1_200_000_000].map(sizeWords)).toEqual([
    ...['0 bytes', '999 bytes', '4.1 KB', '143 KB', '1.2 GB'],
  ]);
  expect([countOf(1, 'chat'), countOf(10_000, 'chat')]).toEqual(['1 chat', '10,000 chats']);
});
