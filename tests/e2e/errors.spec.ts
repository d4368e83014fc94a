import {
  htmlPage,
  modelNotFound,
  noCredit,
  rateLimited,
  wrongKey,
  type HttpAnswer,
} from '../fakes/openai-errors.ts';
import { startOpenAiServer } from '../fakes/openai-server.ts';
import { expect, KEY, test } from './parley.ts';

interface Refusal {
  readonly what: string;
  readonly answer: HttpAnswer;
  readonly says: RegExp;
  readonly action: string;
}

const refusals: readonly Refusal[] = [
  { what: 'a wrong key', answer: wrongKey(), says: /key was not accepted/i, action: 'Change key' },
  { what: 'no credit', answer: noCredit(), says: /no credit left/i, action: 'Try again' },
  { what: 'a rate limit that lasts', answer: rateLimited(120), says: /2 minutes/, action: 'Try again' },
  {
    what: 'a missing model',
    answer: modelNotFound('gpt-6.2-sol'),
    says: /GPT-6\.2 Sol is not available/,
    action: 'Switch model',
  },
  {
    what: 'a network’s login page',
    answer: htmlPage(200),
    says: /log in to the network/i,
    action: 'Try again',
  },
];

for (const { what, answer, says, action } of refusals) {
  test(`${what} is told in the transcript, with a way on, and the next try works`, async ({
    openai,
    start,
  }) => {
    const parley = await start();
    await parley.connect(openai.address);
    openai.script(answer);
    await parley.ask('Why is the sky blue?');
    await expect(parley.lastMessage).toContainText(says);
    await expect(parley.lastMessage.getByRole('button', { name: action })).toBeVisible();

    await parley.lastMessage.getByRole('button', { name: 'Details' }).click();
    await expect(parley.lastMessage).toContainText(new URL(openai.address).host);

    openai.script({ words: ['Rayleigh.'] });
    await parley.lastMessage.getByRole('button', { name: 'Try again' }).click();
    await expect(parley.lastMessage).toContainText('Rayleigh.');
    expect(openai.questions).toHaveLength(2); // nothing was repeated behind one's back
  });
}

test('a server that is not there is told, the question is kept, and it is asked when the server is back', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  await openai.close();
  await parley.ask('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText('Is the server on this computer running?', {
    timeout: 15_000,
  });
  await parley.quit();

  const again = await start();
  await expect(again.messages).toHaveCount(2);
  await expect(again.lastMessage).toContainText('Is the server on this computer running?');
  const back = await startOpenAiServer({ key: KEY, port: openai.port });
  back.script({ words: ['Rayleigh.'] });
  await again.lastMessage.getByRole('button', { name: 'Try again' }).click();
  await expect(again.lastMessage).toContainText('Rayleigh.');
  await back.close();
});

test('a connection that breaks in mid-answer keeps the text, and the answer can be asked for again', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight is scattered');
  await expect(parley.lastMessage).toContainText('Sunlight is scattered');
  held.reset();
  await expect(parley.lastMessage).toContainText('The connection was lost.');
  await expect(parley.lastMessage).toContainText('3 words that had arrived are kept');
  await expect(parley.lastMessage).toContainText('Sunlight is scattered');

  openai.script({ words: ['Rayleigh.'] });
  await parley.lastMessage.getByRole('button', { name: 'Try again' }).click();
  await expect(parley.lastMessage).toContainText('Rayleigh.');

  // The first answer is not gone: it is the one before.
  await parley.lastMessage.getByRole('button', { name: /previous/i }).click();
  await expect(parley.lastMessage).toContainText('Sunlight is scattered');
});
