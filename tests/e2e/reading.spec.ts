/** How a conversation is read: its size, its width, and what a screen reader is told of it. */
import { noCredit } from '../fakes/openai-errors.ts';
import { expect, test, type Parley } from './parley.ts';

declare global {
  interface Window {
    /** What a screen reader was told, in this spec. */
    told?: string[];
  }
}

const answer = 'Sunlight is scattered by air.';

/** What of the last answer can be measured. */
async function measured(parley: Parley) {
  const words = parley.lastMessage.getByText('Sunlight');
  const size = await words.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const width = (await parley.lastMessage.boundingBox())?.width ?? 0;
  const box = (await parley.page.getByRole('form', { name: 'Message' }).boundingBox())?.width ?? 0;
  return { size, width: Math.round(width), box: Math.round(box) };
}

async function openSettings({ page }: Parley, section: string) {
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: section }).click();
  return dialog;
}

/** Listens in the place of a screen reader. */
async function listen({ page }: Parley): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    window.told = told;
    Object.assign(document.body, { ariaNotify: (text: string) => void told.push(text) });
  });
  return () => page.evaluate(() => window.told ?? []);
}

test('text size and line width change at once, and are the same after a restart', async ({
  openai,
  start,
}) => {
  openai.script({ words: [answer] });
  const parley = await start();
  await parley.page.setViewportSize({ width: 1500, height: 800 });
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue?');
  expect(await measured(parley)).toEqual({ size: 15, width: 696, box: 696 });

  const dialog = await openSettings(parley, 'Appearance');
  await dialog.getByRole('slider', { name: 'Text size' }).press('End');
  expect((await measured(parley)).size).toBe(20);
  await dialog.getByRole('radio', { name: 'Narrow' }).check();
  expect((await measured(parley)).width).toBe(552);
  await dialog.getByRole('radio', { name: 'Full' }).check();
  expect((await measured(parley)).width).toBeGreaterThan(1100);
  await dialog.getByRole('radio', { name: 'Wide' }).check();
  await dialog.getByRole('switch', { name: 'Read $…$ as a formula' }).uncheck();
  expect(await measured(parley)).toEqual({ size: 20, width: 952, box: 952 });

  await parley.quit();
  const again = await start();
  await again.page.setViewportSize({ width: 1500, height: 800 });
  await expect(again.lastMessage).toContainText(answer);
  expect(await measured(again)).toEqual({ size: 20, width: 952, box: 952 });
  const later = await openSettings(again, 'Appearance');
  await expect(later.getByRole('switch', { name: 'Read $…$ as a formula' })).not.toBeChecked();
  await later.getByRole('button', { name: 'Back to 15 px' }).click();
  expect((await measured(again)).size).toBe(15);
});

test('a screen reader is told that an answer has begun and ended, and nothing of what is between', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  const told = await listen(parley);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight');
  await expect(parley.lastMessage).toContainText('Sunlight');
  await expect.poll(told).toEqual(['Answer started']);
  for (const word of [' is', ' **scattered**', ' by', ' `air`.']) held.send(word);
  held.finish();
  await expect.poll(told).toEqual(['Answer started', 'Answer finished, 5 words']);
  await expect(parley.transcript).toHaveAttribute('aria-live', 'off');

  openai.hold().send('Sunlight is');
  await parley.ask('And red?');
  await expect(parley.lastMessage).toContainText('Sunlight is');
  await expect.poll(told).toHaveLength(3);
  await parley.stop.click();
  await expect
    .poll(async () => (await told()).slice(2))
    .toEqual(['Answer started', 'Answer stopped, 2 words']);
});

test('who wants it hears each sentence once it is whole, or the whole answer', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  const told = await listen(parley);
  const dialog = await openSettings(parley, 'Accessibility');
  await dialog.getByRole('radio', { name: 'Each sentence' }).check();
  await parley.page.keyboard.press('Escape');
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Air scatters *blue');
  await expect(parley.lastMessage).toContainText('Air scatters');
  await expect.poll(told).toEqual(['Answer started']);
  held.send(' light*. The rest');
  await expect.poll(told).toEqual(['Answer started', 'Air scatters blue light.']);
  held.send(' goes on.\n\n```ts\nconst sky = 1;\nblue(sky);\n```\n');
  await expect.poll(told).toContain('The rest goes on.');
  held.finish();
  const sentences = ['Air scatters blue light.', 'The rest goes on.', 'Code, TypeScript, 2 lines'];
  await expect.poll(told).toEqual(['Answer started', ...sentences, 'Answer finished, 8 words']);

  await openSettings(parley, 'Accessibility');
  await dialog.getByRole('radio', { name: 'The whole answer' }).check();
  await parley.page.keyboard.press('Escape');
  openai.script({ words: ['- One', '\n- [Two](https://a.example/)'] });
  await parley.askAndHear('And red?');
  await expect.poll(async () => (await told()).slice(5)).toEqual(['One Two']);
});

test('an answer in another chat is told by the name of its chat', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  const told = await listen(parley);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight');
  await expect(parley.lastMessage).toContainText('Sunlight');
  await parley.page.keyboard.press('ControlOrMeta+n');
  await expect(parley.messages).toHaveCount(0);
  held.finish();
  await expect.poll(async () => (await told()).at(-1)).toBe('Answer ready in Why is the sky blue?');
  expect((await told()).filter((text) => text !== 'Answer started')).toHaveLength(1);
});

test('an answer that fails is told once, by its card, which is a Shift+Tab away; the focus stays in the message box', async ({
  openai,
  start,
}) => {
  openai.script(noCredit());
  const parley = await start();
  await parley.connect(openai.address);
  const told = await listen(parley);
  await parley.ask('Why is the sky blue?');
  await expect(parley.lastMessage.getByRole('alert')).toBeVisible();
  expect(await told()).toEqual([]);
  await expect(parley.box).toBeFocused();
  await expect(async () => {
    await parley.page.keyboard.press('Shift+Tab');
    await expect(parley.lastMessage.getByRole('button', { name: 'Details' })).toBeFocused({ timeout: 100 });
  }).toPass();
});
