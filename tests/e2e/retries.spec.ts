/** What is tried again by itself, always in sight, and what is not. */
import { rateLimited, serverFailed } from '../fakes/openai-errors.ts';
import { expect, test } from './parley.ts';

test('a busy server is asked again after the wait that it names, counted down on the screen', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  openai.script(rateLimited(2), { words: ['Rayleigh.'] });
  await parley.ask('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText(/trying again in [12] s/i);
  await expect(parley.lastMessage).toContainText('Rayleigh.');
  expect(openai.questions).toHaveLength(2);
});

test('who does not want to wait has it tried at once', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  openai.script(rateLimited(80), { words: ['Rayleigh.'] });
  await parley.ask('Why is the sky blue?');
  await parley.lastMessage.getByRole('button', { name: 'Try now' }).click();
  await expect(parley.lastMessage).toContainText('Rayleigh.');
});

test('a wait that is cancelled ends in its reason, and outlives a reload until then', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  openai.script(rateLimited(80));
  await parley.ask('Why is the sky blue?');
  await expect(parley.lastMessage.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await parley.page.reload();
  await expect(parley.lastMessage).toContainText(/trying again in \d+ s/i);
  await parley.lastMessage.getByRole('button', { name: 'Cancel' }).click();
  await expect(parley.lastMessage).toContainText('asks for a pause');
  expect(openai.questions).toHaveLength(1);
});

test('a server that stays broken is given up after three more tries, and says so', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  openai.script(...Array.from({ length: 4 }, () => serverFailed()), { words: ['Rayleigh.'] });
  await parley.ask('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText('The fault is at', { timeout: 15_000 });
  expect(openai.questions).toHaveLength(4);
  await parley.lastMessage.getByRole('button', { name: 'Try again' }).click();
  await expect(parley.lastMessage).toContainText('Rayleigh.');
});

test('an answer that falls silent while the machine sleeps is given up soon after, and can go on', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight is ');
  await expect(parley.lastMessage).toContainText('Sunlight is');
  await parley.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await expect(parley.lastMessage).toContainText('The connection was lost.', { timeout: 10_000 });
  await held.closed;

  openai.script({ words: ['scattered.'] });
  await parley.lastMessage.getByRole('button', { name: 'Continue' }).click();
  await expect(parley.lastMessage).toContainText('Sunlight is scattered.');
  await expect(parley.messages).toHaveCount(2);
  expect(openai.questions).toHaveLength(2);
});

test('quitting while an answer is written asks only who wants to be asked', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.page.evaluate(() => (window as any).bridge.call('settings.change', { askBeforeQuit: true }));
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight');
  await expect(parley.lastMessage).toContainText('Sunlight');

  // The dialog is answered as by Escape: Parley stays.
  const asked = await parley.app.evaluate(({ app, dialog }) => {
    let count = 0;
    dialog.showMessageBoxSync = () => ((count += 1), 1);
    app.quit();
    return count;
  });
  expect(asked).toBe(1);
  held.send(' is scattered.');
  held.finish();
  await expect(parley.lastMessage).toContainText('Sunlight is scattered.');
  await expect(parley.stop).toHaveCount(0);
  await parley.quit(); // nothing is running, so nothing is asked
});
