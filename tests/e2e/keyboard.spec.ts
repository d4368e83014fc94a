/** Each row of the keyboard map, as Windows and Linux have it. What macOS has instead is in the menu's own tests. */
import { expect, test as base, type Parley } from './parley.ts';

/** Connected, in a new chat. */
const test = base.extend<{ parley: Parley }>({
  parley: async ({ openai, start }, use) => {
    const parley = await start();
    await parley.connect(openai.address);
    await use(parley);
  },
});

const CODE = 'First:\n\n```js\nconst one = 1;\n```\n\nThen:\n\n```js\nconst two = 2;\n```\n\nDone.\n';

/** What a program is offered that pastes plain text. */
async function pasted({ page, box }: Parley): Promise<string> {
  const offered = page.evaluate(
    () =>
      new Promise<string>((take) => {
        const look = (event: ClipboardEvent) => {
          take(event.clipboardData?.getData('text/plain') ?? '');
          event.preventDefault();
        };
        document.addEventListener('paste', look, { once: true, capture: true });
      }),
  );
  await box.press('ControlOrMeta+v');
  return offered;
}

/** Three chats; the last is open. */
async function threeChats(parley: Parley): Promise<void> {
  for (const question of ['First', 'Second', 'Third']) {
    await parley.page.keyboard.press('Control+n');
    await parley.askAndHear(question);
  }
}

test('New chat: Ctrl+N', async ({ parley }) => {
  await parley.askAndHear('Why is the sky blue?');
  await parley.page.keyboard.press('Control+n');
  await expect(parley.messages).toHaveCount(0);
  await expect(parley.box).toBeFocused();
});

test('Temporary chat: Ctrl+Shift+N', async ({ parley }) => {
  await parley.askAndHear('Why is the sky blue?');
  await parley.page.keyboard.press('Control+Shift+n');
  await expect(parley.messages).toHaveCount(0);
  await expect(parley.page.getByText('Temporary chat', { exact: true })).toBeVisible();
  await expect(parley.box).toBeFocused();
});

test('Command palette: Ctrl+K opens and closes it', async ({ parley }) => {
  const field = parley.page.getByRole('combobox', { name: 'Search chats and commands' });
  await parley.page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expect(parley.page.getByRole('option', { name: /^New chat/ })).toContainText('Ctrl+N');
  await parley.page.keyboard.press('Control+k');
  await expect(field).toHaveCount(0);
});

test('Find in chat: Ctrl+F, then F3 and Shift+F3', async ({ openai, parley }) => {
  openai.script({ words: ['blue sky, blue sea'] });
  await parley.askAndHear('What is there?');
  await parley.page.keyboard.press('Control+f');
  await parley.page.keyboard.type('blue');
  const count = parley.page.getByRole('search', { name: 'Find in chat' }).getByRole('status');
  await expect(count).toContainText('1 of 2');
  await parley.page.keyboard.press('F3');
  await expect(count).toContainText('2 of 2');
  await parley.page.keyboard.press('Shift+F3');
  await expect(count).toContainText('1 of 2');
});

test('Settings: Ctrl+,; Tab stays in them, and the focus goes back to where it was', async ({ parley }) => {
  const { page, box } = parley;
  await expect(box).toBeFocused();
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  const outside = () =>
    page.evaluate(() => {
      const { activeElement: at, body } = document;
      return at === body || at?.closest('dialog') ? null : (at?.outerHTML ?? null);
    });
  for (const key of ['Tab', 'Shift+Tab'])
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press(key);
      expect(await outside()).toBe(null);
    }
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await expect(box).toBeFocused();
});

test('Toggle sidebar: Ctrl+B', async ({ parley }) => {
  await parley.page.keyboard.press('Control+b');
  await expect(parley.sidebar).toHaveCount(0);
  await parley.page.keyboard.press('Control+b');
  await expect(parley.sidebar).toBeVisible();
});

test('Focus composer: Ctrl+L', async ({ parley }) => {
  await parley.button('Trash').focus();
  await parley.page.keyboard.press('Control+l');
  await expect(parley.box).toBeFocused();
});

test('Model picker: Ctrl+Shift+M', async ({ parley }) => {
  await parley.page.keyboard.press('Control+Shift+m');
  await expect(parley.page.getByRole('listbox', { name: 'Models' })).toBeVisible();
});

test('Send and newline: Enter and Shift+Enter, and the other way round by a setting', async ({ parley }) => {
  const { page, box, messages } = parley;
  await page.keyboard.type('One');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Two');
  await expect(box).toHaveValue('One\nTwo');
  await page.keyboard.press('Enter');
  await expect(messages).toHaveCount(2);

  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Shortcuts' }).press('Enter');
  const enterSends = settings.getByRole('switch', { name: 'Enter sends' });
  await enterSends.press('Space');
  await expect(enterSends).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await box.focus();
  await page.keyboard.type('Three');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Four');
  await expect(box).toHaveValue('Three\nFour');
  await page.keyboard.press('Shift+Enter');
  await expect(messages).toHaveCount(4);
});

test('Stop: Esc', async ({ openai, parley }) => {
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight');
  await expect(parley.lastMessage).toContainText('Sunlight');
  await parley.page.keyboard.press('Escape');
  await held.closed;
  await expect(parley.lastMessage).toContainText('Stopped');
});

test('Regenerate: Ctrl+Shift+R', async ({ openai, parley }) => {
  await parley.askAndHear('Why is the sky blue?');
  openai.script({ words: ['Rayleigh.'] });
  await parley.page.keyboard.press('Control+Shift+r');
  await expect(parley.lastMessage).toContainText('Rayleigh.');
});

test('Copy last answer and last code: Ctrl+Shift+C and Ctrl+Alt+C', async ({ openai, parley }) => {
  openai.script({ words: [CODE] });
  await parley.askAndHear('Show me two numbers');
  await parley.page.keyboard.press('Control+Shift+c');
  await expect.poll(() => pasted(parley)).toBe(CODE);
  openai.script({ words: ['No code here.'] });
  await parley.askAndHear('And in words?');
  await parley.page.keyboard.press('Control+Alt+c');
  await expect.poll(() => pasted(parley)).toBe('const two = 2;');
});

test('Edit last message: ↑ in the empty composer', async ({ parley }) => {
  await parley.askAndHear('Why is the sky blue?');
  await parley.page.keyboard.press('ArrowUp');
  const editor = parley.page.getByRole('textbox', { name: 'Edit question' });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue('Why is the sky blue?');
});

test('Previous and next chat: Ctrl+PgUp and Ctrl+PgDn', async ({ parley }) => {
  await threeChats(parley);
  await parley.page.keyboard.press('Control+PageDown');
  await expect(parley.messages.first()).toContainText('Second');
  await parley.page.keyboard.press('Control+PageDown');
  await expect(parley.messages.first()).toContainText('First');
  await parley.page.keyboard.press('Control+PageUp');
  await expect(parley.messages.first()).toContainText('Second');
});

test('Chat 1–9: Alt+1 to Alt+9 on Linux', async ({ parley }) => {
  await threeChats(parley);
  await parley.page.keyboard.press('Alt+3');
  await expect(parley.messages.first()).toContainText('First');
  await parley.page.keyboard.press('Alt+1');
  await expect(parley.messages.first()).toContainText('Third');
  await parley.page.keyboard.press('Alt+9'); // there is none
  await expect(parley.messages.first()).toContainText('Third');
});

test('Previous and next message: Alt+↑ and Alt+↓ in the transcript', async ({ parley }) => {
  await parley.askAndHear('One');
  await parley.askAndHear('Two');
  await parley.transcript.focus();
  await parley.page.keyboard.press('Alt+ArrowUp');
  await expect(parley.messages.nth(3)).toBeFocused();
  await parley.page.keyboard.press('Alt+ArrowUp');
  await expect(parley.messages.nth(2)).toBeFocused();
  await parley.page.keyboard.press('Alt+ArrowDown');
  await expect(parley.messages.nth(3)).toBeFocused();
});

test('Delete chat: Ctrl+Delete, but not while there are words to delete', async ({ parley }) => {
  const items = parley.sidebar.getByRole('listitem');
  await parley.askAndHear('Why is the sky blue?');
  await parley.page.keyboard.type('Half a thought');
  await parley.page.keyboard.press('Control+Delete');
  await expect(items).toHaveCount(1);
  await parley.box.fill('');
  await parley.page.keyboard.press('Control+Delete');
  await expect(items).toHaveCount(0);
});

test('Quick ask: Ctrl+Alt+Space is asked of the system once it is switched on', async ({ parley }) => {
  const registered = () =>
    parley.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Ctrl+Alt+Space'));
  expect(await registered()).toBe(false);
  await parley.page.evaluate(() =>
    (window as any).bridge.call('settings.change', { quickAsk: { on: true, keys: null, model: null } }),
  );
  await expect.poll(registered).toBe(true);
});

test('Zoom: the menu hears Ctrl with +, − and 0', async ({ parley }) => {
  const level = () =>
    parley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
  const choose = (id: string) =>
    parley.app.evaluate(({ Menu }, name) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(name);
      item?.click({}, undefined, undefined);
      return [item?.accelerator, item?.registerAccelerator];
    }, id);
  expect(await choose('zoom-in')).toEqual(['CmdOrCtrl+Plus', true]);
  expect(await level()).toBeCloseTo(0.5);
  expect(await choose('zoom-out')).toEqual(['CmdOrCtrl+-', true]);
  expect(await choose('zoom-out')).toEqual(['CmdOrCtrl+-', true]);
  expect(await level()).toBeCloseTo(-0.5);
  expect(await choose('zoom-reset')).toEqual(['CmdOrCtrl+0', true]);
  expect(await level()).toBeCloseTo(0);
});

test('Shortcut list: Ctrl+/', async ({ parley }) => {
  const { page } = parley;
  await page.keyboard.press('Control+/');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list).toBeVisible();
  await expect(list).toContainText('Ctrl+Alt+C');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(parley.box).toBeFocused();
});

test('F6 and Shift+F6 go around the parts of the window, and not from a dialog', async ({ parley }) => {
  const { page, box, transcript, sidebar } = parley;
  await parley.askAndHear('Why is the sky blue?');
  await expect(box).toBeFocused();
  await page.keyboard.press('F6');
  await expect(sidebar.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(page.locator('header :focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(transcript).toBeFocused();
  await page.keyboard.press('F6');
  await expect(box).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(transcript).toBeFocused();
  await page.keyboard.press('Control+/');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list).toBeVisible();
  await page.keyboard.press('F6');
  await expect(list.locator(':focus')).toHaveCount(1);
});

test('other keys act at once in the window and in the menu, and after a restart', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Shortcuts' }).press('Enter');
  await settings.getByRole('button', { name: 'Change the keys of “Usage”' }).press('Enter');
  await expect(settings.getByRole('textbox', { name: 'New keys for “Usage”' })).toBeFocused();
  await page.keyboard.press('Control+Alt+u');
  await expect(settings.getByRole('button', { name: 'Reset the keys of “Usage”' })).toBeVisible();
  const inMenu = (app: Parley['app']) =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('open-usage')?.accelerator);
  await expect.poll(() => inMenu(parley.app)).toBe('Ctrl+Alt+U');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+u');
  await expect(page.getByRole('heading', { name: 'Usage', level: 1 })).toHaveCount(0);
  await page.keyboard.press('Control+Alt+u');
  await expect(page.getByRole('heading', { name: 'Usage', level: 1 })).toBeVisible();

  await parley.quit();
  const again = await start();
  await expect(again.box).toBeVisible();
  expect(await inMenu(again.app)).toBe('Ctrl+Alt+U');
  await again.page.keyboard.press('Control+Alt+u');
  await expect(again.page.getByRole('heading', { name: 'Usage', level: 1 })).toBeVisible();
});

test('a right click on words that are selected offers to copy them', async ({ parley }) => {
  const shown = await parley.app.evaluate(({ BrowserWindow, Menu }) => {
    const menus: (string | undefined)[][] = [];
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      menus.push(this.items.map(({ label }) => label));
    };
    const place = {
      ...{ isEditable: false, selectionText: 'sky', linkURL: 'https://example.org/', mediaType: 'none' },
      ...{ misspelledWord: '', dictionarySuggestions: [], hasImageContents: false, x: 1, y: 1 },
    };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('context-menu', {}, place);
    return menus;
  });
  expect(shown[0]?.filter(Boolean)).toEqual(expect.arrayContaining(['Open Link', 'Copy Link', 'Copy']));
});
