import { expect, test } from 'vitest';
import { takeVariables } from './environment';

test('the key and the address are offered, and no variable that the SDK reads is left', () => {
  const environment = {
    OPENAI_API_KEY: ' sk-1 ',
    OPENAI_BASE_URL: 'http://localhost:1/v1',
    OPENAI_CUSTOM_HEADERS: 'Authorization: x',
    OPENAI_LOG: 'debug',
    AZURE_OPENAI_API_KEY: 'sk-2',
    PATH: '/bin',
  };
  expect(takeVariables(environment)).toEqual({ key: 'sk-1', address: 'http://localhost:1/v1' });
  expect(environment).toEqual({ PATH: '/bin' });
});

test('what cannot be sent as a key is not offered', () => {
  expect(takeVariables({ OPENAI_API_KEY: 'sk-…abcd' }).key).toBeNull();
  expect(takeVariables({ OPENAI_API_KEY: 'sk-1\nX-Evil: 1' }).key).toBeNull();
});

test('an empty environment offers no key and OpenAI’s own address', () => {
  expect(takeVariables({ OPENAI_API_KEY: '' })).toEqual({ key: null, address: 'https://api.openai.com/v1' });
});
