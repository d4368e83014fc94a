/** The same main job against a server that this project did not write, so that our fake cannot hide our mistakes. */
import { LLMock } from '@copilotkit/aimock';
import { expect, KEY, test } from './parley.ts';

let mock: LLMock;
test.beforeEach(async () => {
  mock = new LLMock({ port: 0, host: '127.0.0.1' });
  await mock.start();
});
test.afterEach(() => mock.stop());

test('a key is checked, an answer streams in, and the next question carries the history', async ({
  start,
}) => {
  mock.onMessage('sky', { content: 'Rayleigh scattering makes it so.' });
  mock.onMessage('red', { content: 'The light goes a longer way.' });
  const parley = await start();
  await parley.connect(`${mock.url}/v1`, KEY);
  await parley.askAndHear('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText('Rayleigh scattering makes it so.');
  await parley.askAndHear('And why is the evening red?');
  await expect(parley.lastMessage).toContainText('The light goes a longer way.');
  await expect(parley.messages).toHaveCount(4);
});

test('a rate limit is waited for in sight, and the next try works', async ({ start }) => {
  mock.onMessage('sky', { content: 'Rayleigh.' });
  const parley = await start();
  await parley.connect(`${mock.url}/v1`, KEY);
  mock.nextRequestError(429, { message: 'Slow down', type: 'rate_limit_error', code: 'rate_limit_exceeded' });
  await parley.askAndHear('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText('Rayleigh.');
});
