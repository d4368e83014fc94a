import { faults } from './axe.ts';
import { everyView } from './every-view.ts';
import { expect, test } from './parley.ts';

for (const [what, size] of [
  ['', null],
  [', at 200 % zoom', { width: 640, height: 430 }],
] as const) {
  test(`axe finds nothing in any view, light and dark${what}`, async ({ openai, start }) => {
    test.slow(); // it looks at every view
    const parley = await start();
    if (size) await parley.page.setViewportSize(size);
    const look = async (view: string) => expect.soft(await faults(parley.app, parley.page), view).toEqual([]);
    await everyView({ parley, openai, look });
  });
}

test('the window has its landmarks in reading order, and a way past them to the message box', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page, transcript } = parley;
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight');
  await expect(parley.lastMessage).toContainText('Sunlight');
  await expect(parley.lastMessage).toHaveAttribute('aria-busy', 'true');
  await expect(parley.box).toBeFocused();
  held.finish();
  await expect(parley.lastMessage).toHaveAttribute('aria-busy', 'false');

  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('form', { name: 'Message' })).toHaveCount(1);
  await expect(transcript).toHaveAttribute('aria-live', 'off');
  await expect(parley.messages.first().getByRole('heading')).toHaveText(/^You, \d\d:\d\d$/);
  await expect(parley.lastMessage.getByRole('heading')).toHaveText(/^GPT-6.2 Sol, \d\d:\d\d$/);
  const order = await page.evaluate(() => {
    const parts = ['.skip', '[data-sidebar-toggle]', 'nav', 'header', '[role=log]', 'form[aria-label]'];
    const found = parts.map((part) => document.querySelector(part));
    return found.every((part, index) => {
      const next = found[index + 1];
      const follows = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINS;
      return part && (!next || part.compareDocumentPosition(next) & follows);
    });
  });
  expect(order).toBe(true);

  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.getByRole('link', { name: 'Skip to the message box' }).focus();
  await page.keyboard.press('Enter');
  await expect(parley.box).toBeFocused();
});

/** In which part of the window the focus is, and whether any of what has it can be seen. */
function focused() {
  const element = document.activeElement ?? document.body;
  const part = (
    [
      ['[data-sidebar-toggle]', 'toggle'],
      ['nav', 'sidebar'],
      ['header', 'header'],
      ['[role=log]', 'conversation'],
      ['form', 'message box'],
    ] as const
  ).find(([selector]) => element.closest(selector))?.[1];
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const there = document.elementFromPoint(x, y);
  const name = element.getAttribute('aria-label') ?? element.textContent.trim();
  return {
    part: part ?? 'elsewhere',
    name,
    seen: element.contains(there) || (there?.contains(element) ?? false),
  };
}

for (const [what, size] of [
  ['', { width: 900, height: 480 }],
  [', also at 200 % zoom', { width: 640, height: 430 }],
] as const) {
  test(`Tab goes through the window in reading order, and what has the focus is never hidden${what}`, async ({
    openai,
    start,
  }) => {
    const parley = await start();
    const { page } = parley;
    await page.setViewportSize(size);
    await parley.connect(openai.address);
    const long = `${'All light is scattered. '.repeat(60)}\n\n`;
    openai.script({
      words: ['## Code\n\n```js\nconst one = 1;\n```\n\n', long, '| a | b |\n|---|---|\n| 1 | 2 |\n'],
    });
    await parley.askAndHear('Why is the sky blue?');
    await parley.askAndHear('And red?');
    await page.getByRole('link', { name: 'Skip to the message box' }).focus();
    const gone: Awaited<ReturnType<typeof step>>[] = [];
    const step = async () => {
      await page.keyboard.press('Tab');
      return page.evaluate(focused);
    };
    while (gone.length < 80 && gone.at(-1)?.name !== 'Message') gone.push(await step());
    const parts = gone.map(({ part }) => part);
    const sidebar = size.width < 760 ? [] : ['sidebar'];
    expect(parts.filter((part, at) => part !== parts[at - 1])).toEqual([
      'toggle',
      ...sidebar,
      ...['header', 'conversation', 'message box'],
    ]);
    expect(gone.filter(({ seen }) => !seen)).toEqual([]);
  });
}

test('the keys are shown where one does the same with the mouse', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  for (const [name, shown, spoken] of [
    ['Hide sidebar', 'Ctrl+B', 'Control+B'],
    ['New chat', 'Ctrl+N', 'Control+N'],
    ['Search', 'Ctrl+K', 'Control+K'],
    ['Settings', 'Ctrl+,', 'Control+,'],
  ] as const) {
    const button = parley.sidebar.getByRole('button', { name, exact: true });
    await expect(button).toHaveAttribute('aria-keyshortcuts', spoken);
    const seen = await button.evaluate((element) =>
      [element.getAttribute('title'), element.querySelector('[data-keys]')?.getAttribute('data-keys')].join(
        ' ',
      ),
    );
    expect(seen, name).toContain(shown);
  }
});

test('Enter that confirms a word in an input method does not send', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  const devtools = await parley.page.context().newCDPSession(parley.page);
  await parley.box.focus();
  await devtools.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await parley.page.evaluate(() => {
    const box = document.activeElement;
    box?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }),
    );
    box?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
  });
  await devtools.send('Input.insertText', { text: '日本' });
  await expect(parley.box).toHaveValue('日本');
  expect(openai.questions).toHaveLength(0);
  await parley.box.press('Enter');
  await expect(parley.messages.first()).toContainText('日本');
});

test('nothing is cut off and nothing scrolls sideways 320 pixels wide', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await sideways(), 'first run').toBe(0);
  await parley.connect(openai.address);
  openai.script({ words: ['A-very-long-word-'.repeat(40), ' and more.'] });
  await parley.askAndHear('Look_at_this_identifier_'.repeat(12));
  expect(await sideways(), 'chat').toBe(0);
  await expect(parley.box).toBeInViewport();
  await expect(parley.button('Send message')).toBeInViewport();
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  const over = (node: Element) => node.scrollWidth - node.clientWidth;
  expect(await settings.evaluate(over), 'settings').toBeLessThanOrEqual(0);
  await settings.getByRole('button', { name: 'Shortcuts' }).click();
  const section = settings.getByRole('heading', { name: 'Shortcuts', level: 2 }).locator('..');
  expect(await section.evaluate(over), 'shortcuts').toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await page.keyboard.press('ControlOrMeta+/');
  const list = page.getByRole('region', { name: 'Keyboard shortcuts' });
  expect(await list.evaluate(over), 'list of shortcuts').toBeLessThanOrEqual(0);
});
