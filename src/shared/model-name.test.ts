import { expect, test } from 'vitest';
import { modelName } from './model-name';

test.each([
  ['gpt-6.2-sol', 'GPT-6.2 Sol'],
  ['gpt-6-luna', 'GPT-6 Luna'],
  ['gpt-5.4-mini', 'GPT-5.4 Mini'],
  ['gpt-4o', 'GPT-4o'],
  ['gpt-5.2-pro-2026-01-15', 'GPT-5.2 Pro (2026-01-15)'],
  ['chatgpt-4o-latest', 'ChatGPT-4o Latest'],
])('%s reads %s', (id, name) => {
  expect(modelName(id)).toBe(name);
});

test.each(['o3', 'llama3.2:latest', 'my-deployment', 'ft:gpt-4o:acme::abc', 'gpt-oss:20b', ''])(
  'an id of another kind stays as it is: “%s”',
  (id) => {
    expect(modelName(id)).toBe(id);
  },
);
