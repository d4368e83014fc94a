import { expect, test } from 'vitest';
import { ModelService } from './model-service';

const listed = [
  'gpt-6.2-sol',
  'text-embedding-3-large',
  'gpt-image-2.6-sunburst',
  'whisper-1',
  'o3',
  'gpt-6-luna',
];

function modelsAt(address: string) {
  const models = async () => listed.map((id) => ({ id, shutdownAt: null }));
  const server = { models, api: async () => 'responses' as const };
  return new ModelService({
    server,
    connection: async () => ({ address, key: null, api: 'responses' as const }),
  }).list();
}

test('of OpenAI’s models those that chat are offered', async () => {
  const models = await modelsAt('https://api.openai.com/v1');
  expect(models.map(({ id }) => id)).toEqual(['gpt-6.2-sol', 'o3', 'gpt-6-luna']);
});

test('another server’s models are offered as they are', async () => {
  expect(await modelsAt('http://localhost:11434/v1')).toHaveLength(listed.length);
});
