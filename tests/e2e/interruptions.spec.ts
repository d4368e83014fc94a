import { expect, test } from './parley.ts';

/** So many that on the slowest machine the kill comes before their end. */
const MANY = Array.from({ length: 6000 }, (_, index) => `word${index} `);
const WORDS = MANY.slice(0, 400);
const KILLS = 20;

/** A seeded generator, so that a failure can be seen again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test(`a kill -9 at ${KILLS} random moments loses no word that was on the screen`, async ({
  openai,
  start,
}) => {
  test.setTimeout(180_000);
  const random = randomFrom(20_261_122);
  let parley = await start();
  await parley.connect(openai.address);
  await parley.askAndHear('Hello');

  for (let kill = 1; kill <= KILLS; kill++) {
    const question = `Question ${kill}`;
    openai.script({ words: MANY, delayMs: 2 });
    await parley.ask(question);
    const moment = Math.floor(random() * 80);
    await expect(parley.lastMessage).toContainText(`word${moment} `);
    const seen = await parley.lastMessage.innerText();
    await parley.kill();

    parley = await start();
    await expect(parley.messages.filter({ hasText: question }).last()).toBeVisible();
    await expect(parley.lastMessage).toContainText('Interrupted');
    const kept = await parley.lastMessage.innerText();
    const shown = seen.match(/word\d+/g) ?? [];
    expect(shown.length).toBeGreaterThan(moment);
    expect(kept.match(/word\d+/g)?.slice(0, shown.length)).toEqual(shown);
    expect(kept).toContain(MANY.slice(0, shown.length).join('').trim());
    await expect(parley.lastMessage.getByRole('button', { name: 'Ask again' })).toBeVisible();
    expect(openai.questions).toHaveLength(kill + 1); // no request was sent twice
  }

  openai.script({ words: ['Whole.'] });
  await parley.lastMessage.getByRole('button', { name: 'Ask again' }).click();
  await expect(parley.lastMessage).toContainText('Whole.');
});

test('a window that is reloaded in mid-answer shows the same answer to its end', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Count, please.');
  const said: string[] = [];
  const say = (from: number, to: number) => {
    for (const word of WORDS.slice(from, to)) {
      said.push(word);
      held.send(word);
    }
  };

  say(0, 50);
  await expect(parley.lastMessage).toContainText('word49 ');
  for (const [reload, at] of [50, 100, 150].entries()) {
    await parley.page.reload({ waitUntil: 'commit' });
    say(at, at + 25); // arrives while there is no window to show it
    await expect(parley.lastMessage).toContainText(`word${at + 24} `);
    say(at + 25, at + 50);
    await expect(parley.lastMessage).toContainText(`word${at + 49} `);
    await expect(parley.stop, `reload ${reload}`).toBeVisible();
  }
  held.finish();
  await expect(parley.lastMessage).toHaveAttribute('aria-busy', 'false');
  const shown = (await parley.lastMessage.innerText()).match(/word\d+/g);
  expect(shown).toEqual(said.map((word) => word.trim()));
  expect(openai.questions).toHaveLength(1);
});

test('a window that crashes in mid-answer comes back with the answer', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight is scattered ');
  await expect(parley.lastMessage).toContainText('Sunlight is scattered');
  await parley.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  held.send('by the air.');
  held.finish();
  const shown = () =>
    parley.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript('document.body.innerText')
        .catch((thrown: unknown) => String(thrown)),
    );
  await expect.poll(shown).toContain('Sunlight is scattered by the air.');
});

test('quitting in mid-answer keeps the text and closes the connection', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight is scattered');
  await expect(parley.lastMessage).toContainText('Sunlight is scattered');
  await parley.quit();
  await held.closed;

  const again = await start();
  await expect(again.lastMessage).toContainText('Sunlight is scattered');
  await expect(again.lastMessage).toContainText('Interrupted');
});

test('another chat can be read while an answer is written, and the answer is whole on return', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.askAndHear('First chat');
  await parley.page.keyboard.press('ControlOrMeta+n');
  const held = openai.hold();
  await parley.ask('Second chat');
  held.send('One ');
  await expect(parley.lastMessage).toContainText('One');
  await parley.sidebar.getByRole('button', { name: 'First chat', exact: true }).click();
  await expect(parley.messages.first()).toContainText('First chat');
  held.send('two ');
  held.finish();
  await parley.sidebar.getByRole('button', { name: 'Second chat', exact: true }).click();
  await expect(parley.lastMessage).toContainText('One two');
});

test('what was typed and not sent is there after a kill, in each chat', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.askAndHear('First chat');
  await parley.box.fill('Half a thought');
  await parley.page.keyboard.press('ControlOrMeta+n');
  // Someone who types on without a pause is kept up with.
  const kept = async () => {
    await parley.page.keyboard.type('and on ');
    const { value } = await parley.page.evaluate(() => (window as any).bridge.call('app.start', undefined));
    return value.drafts.map(({ text }: { text: string }) => text);
  };
  await expect.poll(kept, { intervals: [1] }).toContainEqual(expect.stringContaining('and on'));
  await parley.kill();

  const again = await start();
  await expect(again.box).toHaveValue(/^(and on )+/);
  await again.sidebar.getByRole('button', { name: 'First chat', exact: true }).click();
  await expect(again.box).toHaveValue('Half a thought');
});

test('the last words before a quit or a reload are there afterwards', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.box.pressSequentially('Last words');
  await parley.page.reload();
  await expect(parley.box).toHaveValue('Last words');
  await parley.box.press('End');
  await parley.page.keyboard.type(', really');
  await parley.quit();

  const again = await start();
  await expect(again.box).toHaveValue('Last words, really');
});
