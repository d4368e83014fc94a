import { expect, test } from 'vitest';
import { fromRecoveryKey, toRecoveryKey } from './recovery-key';

const KEY = '00ff'.repeat(16);

test('a key comes back from what was written down, in any case and with any spaces', () => {
  const words = toRecoveryKey(KEY);
  expect(words).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(fromRecoveryKey(words)).toBe(KEY);
  expect(fromRecoveryKey(`  ${words.toLowerCase().replaceAll('-', '  ')}\n`)).toBe(KEY);
  expect(fromRecoveryKey(words.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(KEY);
});

test('one letter that is wrong, missing or in another place is noticed', () => {
  const words = toRecoveryKey('a1b2c3d4'.repeat(8));
  const wrong = words.startsWith('2') ? `3${words.slice(1)}` : `2${words.slice(1)}`;
  for (const typed of [
    '',
    'abc',
    wrong,
    words.slice(0, -1),
    `${words.slice(5)}-${words.slice(0, 4)}`,
    `U${words.slice(1)}`,
  ])
    expect(fromRecoveryKey(typed)).toBeNull();
});
