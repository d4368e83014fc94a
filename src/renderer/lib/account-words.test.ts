import { expect, test } from 'vitest';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Account } from '../../shared/model';
import { accountName } from '../../shared/account-name';
import { keyWords } from './account-words';

test.each([
  [{ name: 'Work', address: OPENAI_ADDRESS }, 'Work'],
  [{ name: '', address: OPENAI_ADDRESS }, 'OpenAI'],
  [{ name: '', address: 'http://localhost:11434/v1' }, 'localhost:11434'],
])('an account without a name is called by where it is: %o', (account, name) => {
  expect(accountName(account)).toBe(name);
});

const account: Account = {
  ...{ id: 'a', name: 'OpenAI', address: OPENAI_ADDRESS, needsKey: true, organization: null },
  ...{ project: null, api: 'responses', defaultModel: 'gpt-6.2-sol', isDefault: true },
};

test('of a key no more is told than its last characters and where it is', () => {
  expect(keyWords(account, null)).toBe('Looking in the keychain…');
  expect(keyWords(account, { hint: '4fQx', keptIn: 'keychain' })).toBe('…4fQx, kept in the system keychain');
  expect(keyWords(account, { hint: '4fQx', keptIn: 'run' })).toBe('…4fQx, kept for this run only');
  expect(keyWords(account, { hint: null, keptIn: 'keychain' })).toBe('No key is stored.');
  expect(keyWords({ ...account, needsKey: false }, { hint: null, keptIn: 'keychain' })).toBe(
    'This server asks for none.',
  );
});
