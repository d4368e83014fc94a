import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { noCredit } from '../fakes/openai-errors.ts';
import { expect, test, type Parley } from './parley.ts';

/** What axe finds in the whole page. */
async function faults(page: Page, ...ignored: string[]): Promise<string[]> {
  // `legacy`: axe would otherwise open a blank page of its own, which the app refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).disableRules(ignored).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function setTheme(parley: Parley, theme: 'light' | 'dark'): Promise<void> {
  await expect(parley.button('Check and continue')).toBeVisible(); // its own theme has been applied
  await parley.app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);
  await expect
    .poll(() => parley.page.evaluate((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, theme))
    .toBe(true);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any view, ${theme}`, async ({ openai, start }) => {
    test.slow(); // it looks at every view
    const parley = await start();
    const { page } = parley;
    await setTheme(parley, theme);
    expect(await faults(page), 'first run').toEqual([]);
    await parley.connect(openai.address);
    expect(await faults(page), 'empty chat').toEqual([]);
    await parley.askAndHear('Why is the sky blue?');
    openai.script(noCredit());
    await parley.askAndHear('And red?');
    await parley.lastMessage.getByRole('button', { name: 'Details' }).click();
    expect(await faults(page), 'chat with an error').toEqual([]);
    await page.keyboard.press('ControlOrMeta+,');
    for (const section of [
      'General',
      'Accounts & keys',
      'Models',
      'Budgets',
      'Chats',
      'Library',
      'Appearance',
      'Shortcuts',
      'Desktop',
      'Network',
      'Accessibility',
      'About & updates',
    ]) {
      const settings = page.getByRole('dialog', { name: 'Settings' });
      await settings.getByRole('button', { name: section }).click();
      await expect(settings.getByRole('heading', { name: section, level: 2 })).toBeVisible();
      expect(await faults(page), `settings, ${section}`).toEqual([]);
    }
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Shortcuts' }).click();
    await parley.button('Change the keys of “Usage”').click();
    await page.keyboard.press('Control+n');
    await expect(page.getByText('Ctrl+N belongs to “New chat”.')).toBeVisible();
    expect(await faults(page), 'settings, keys that are taken').toEqual([]);
    await page.keyboard.press('Escape'); // first the keys, then the settings
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+/');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    expect(await faults(page), 'list of shortcuts').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Shift+m');
    await expect(page.getByRole('listbox', { name: 'Models' })).toBeVisible();
    // What is open floats above the landmarks, as menus do.
    expect(await faults(page, 'region'), 'model picker').toEqual([]);
    await page.keyboard.press('Escape');
    await parley.button('Chat options').click();
    expect(await faults(page), 'chat options').toEqual([]);
    await page.keyboard.press('Escape');
    await parley.button(/^What will be sent/).click();
    await expect(page.getByRole('dialog', { name: 'What will be sent' })).toBeVisible();
    expect(await faults(page), 'what will be sent').toEqual([]);
    await page.keyboard.press('Escape');
    for (const [command, name] of [
      ['export-chat', 'Export chat'],
      ['import-chats', 'Import chats'],
    ] as const) {
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await parley.app.evaluate(
        ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
        command,
      );
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      expect(await faults(page), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('sky');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await faults(page, 'region'), 'search').toEqual([]);
    await page.keyboard.press('Escape');
    await parley.button('Archive').click();
    await expect(page.getByRole('heading', { name: 'Archive' })).toBeVisible();
    expect(await faults(page), 'archive').toEqual([]);
    await page.keyboard.press('ControlOrMeta+u');
    await expect(page.getByRole('table', { name: 'Usage by model' })).toBeVisible();
    expect(await faults(page), 'usage').toEqual([]);
    await parley.button('What is a token?').click();
    await expect(page.getByRole('dialog', { name: 'What is a token?' })).toBeVisible();
    expect(await faults(page), 'what a token is').toEqual([]);
    await page.keyboard.press('Escape');
    await parley.button('New folder').click();
    await expect(parley.sidebar.getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(
      parley.sidebar.getByRole('button', { name: 'New folder', exact: true }).last(),
    ).toBeFocused();
    await parley.sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true }).press('Delete');
    await parley.button('Trash').click();
    await expect(parley.button('Restore “Why is the sky blue?”')).toBeVisible();
    expect(await faults(page), 'trash').toEqual([]);
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
  await expect(parley.messages.first().getByRole('heading').first()).toHaveText(/^You/);
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

test('the main job is done by keyboard alone', async ({ openai, start }) => {
  const parley = await start({ OPENAI_BASE_URL: openai.address });
  const { page } = parley;
  const key = page.getByLabel('API key (optional)');
  for (
    let presses = 0;
    presses < 20 && !(await key.evaluate((node) => node === document.activeElement));
    presses++
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.insertText('sk-proj-Zq7vN3xT9bLm4KcW8rYd2HfS');
  await page.keyboard.press('Enter');
  await expect(parley.box).toBeFocused();
  const held = openai.hold();
  await page.keyboard.type('Why is the sky blue?');
  await page.keyboard.press('Enter');
  held.send('Sunlight');
  await expect(parley.lastMessage).toContainText('Sunlight');
  await page.keyboard.press('Escape');
  await held.closed;
  await expect(parley.lastMessage).toContainText('Stopped');
  await expect(parley.box).toBeFocused();

  await page.keyboard.press('ControlOrMeta+n');
  await page.keyboard.type('What is two and two?');
  await page.keyboard.press('Enter');
  await expect(parley.messages).toHaveCount(2);
  await page.keyboard.press('Control+PageDown');
  await expect(parley.messages.first()).toContainText('Why is the sky blue?');
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

for (const [what, size] of [
  ['at 200 % zoom', { width: 640, height: 430 }],
  ['320 pixels wide', { width: 320, height: 640 }],
] as const) {
  test(`nothing is cut off and nothing scrolls sideways ${what}`, async ({ openai, start }) => {
    const parley = await start();
    const { page } = parley;
    await page.setViewportSize(size);
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
}
