import { afterEach, expect, test } from 'vitest';
import { libraryTroubles } from '../../shared/library-care';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { readOnlyWords, sizeWords, troubleCopy } from './library-words';

afterEach(() => speakFrom(() => english));

test('every trouble has a way on, and none of them leaves one without quitting', () => {
  for (const trouble of libraryTroubles) {
    const { actions, title, kept } = troubleCopy(trouble);
    expect(actions.length, trouble).toBeGreaterThan(1);
    expect(actions.at(-1)).toBe('quit');
    expect(`${title}${kept}`).not.toContain('Error');
    expect(readOnlyWords(trouble)).toContain('a copy to read');
  }
});

test('sizes read as a person says them, in the language that is spoken', () => {
  const sizes = [0, 999, 4096, 143_360, 1_200_000_000];
  expect(sizes.map(sizeWords)).toEqual(['0 bytes', '999 bytes', '4.1 kB', '143 kB', '1.2 GB']);
  speakFrom(() => german);
  expect(sizes.map(sizeWords)).toEqual(['0 Byte', '999 Byte', '4,1 kB', '143 kB', '1,2\u00a0GB']);
});
