/** A walk through every view of the window, by names that are part of the marked ones, too: it goes in each language. */
import type { Page } from '@playwright/test';
import { english } from '../../src/shared/words/english.ts';
import type { OpenAiServer } from '../fakes/openai-server.ts';
import { noCredit } from '../fakes/openai-errors.ts';
import { expect, type Parley } from './parley.ts';

/** What a person and a model say here: in no language that the app speaks. */
export const QUESTION = 'Γιατί;';
const ANSWER = 'Γαλάζιος.';

const { sections } = english.words.settings;
const { names } = english.words.commands;

interface Walk {
  readonly parley: Parley;
  readonly openai: OpenAiServer;
  /** What is done in each view. */
  readonly look: (view: string) => Promise<void>;
}

/** From the first run to the trash. */
export async function everyView(walk: Walk): Promise<void> {
  await firstRun(walk);
  await conversation(walk);
  await everySetting(walk);
  await panels(walk);
  await temporaryChat(walk);
  await orderOfChats(walk);
}

/** Something that opened is looked at, and closed by Escape. */
async function lookInto(
  { parley: { page }, look }: Walk,
  role: 'dialog' | 'menu',
  view: string,
): Promise<void> {
  const open = page.getByRole(role);
  await expect(open.last()).toBeVisible();
  const count = await open.count();
  await look(view);
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(count - 1);
}

async function firstRun({ parley, openai, look }: Walk): Promise<void> {
  await expect(parley.button('Check and continue')).toBeVisible();
  await look('first run');
  await parley.button('Connect another server').click();
  await expect(parley.page.getByRole('textbox', { name: 'Server address' })).toBeVisible();
  await look('first run, another server');
  await parley.button('Use an OpenAI key').click();
  await parley.connect(openai.address);
  await look('empty chat');
}

async function conversation(walk: Walk): Promise<void> {
  const { parley, openai, look } = walk;
  const { page, lastMessage } = parley;
  openai.script({ words: [ANSWER] });
  await parley.askAndHear(QUESTION);
  await look('chat');
  for (const name of ['Another model or effort', 'More for this answer']) {
    await lastMessage.getByRole('button', { name }).click();
    await lookInto(walk, 'menu', `menu “${name}”`);
  }
  await parley.box.press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Edit question' })).toBeFocused();
  await look('question that is edited');
  await page.keyboard.press('Escape');
  const held = openai.hold();
  await parley.ask(QUESTION);
  held.send(ANSWER);
  await expect(lastMessage).toContainText(ANSWER);
  await look('answer that is written');
  await parley.stop.click();
  await expect(parley.stop).toHaveCount(0);
  openai.script(noCredit());
  await parley.askAndHear(QUESTION);
  await lastMessage.getByRole('button', { name: 'Details' }).click();
  await look('error');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type(QUESTION);
  await expect(page.getByRole('search').getByRole('status')).toContainText('3');
  await look('find in chat');
  await page.keyboard.press('Escape');
}

async function everySetting(walk: Walk): Promise<void> {
  const { page } = walk.parley;
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const within: Partial<Record<keyof typeof sections, () => Promise<void>>> = {
    account: () => doctor(walk),
    models: () => prices(walk),
    library: () => recoveryKey(walk),
    shortcuts: () => takenKeys(walk),
  };
  for (const section of Object.keys(sections) as (keyof typeof sections)[]) {
    const name = sections[section];
    await settings.getByRole('navigation').getByRole('button', { name }).click();
    await expect(settings.getByRole('heading', { name, level: 2 })).toBeVisible();
    await walk.look(`settings, ${name}`);
    await within[section]?.();
  }
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
}

async function doctor(walk: Walk): Promise<void> {
  const settings = walk.parley.page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Check this account…' }).click();
  const again = walk.parley.button('Check again');
  await expect(again).toHaveAttribute('aria-disabled', 'false');
  await lookInto(walk, 'dialog', 'check of an account');
}

async function prices({ parley, look }: Walk): Promise<void> {
  for (const [opens, closes] of [
    ['Update…', 'Cancel'],
    ['Price of another model…', 'Cancel'],
  ] as const) {
    await parley.button(opens).click();
    await expect(parley.button(closes)).toBeVisible();
    await look(`settings, ${opens}`);
    await parley.button(closes).click();
  }
}

async function recoveryKey({ parley, look }: Walk): Promise<void> {
  await parley.button('Encrypt…').click();
  await expect(parley.page.getByTestId('recovery-key')).toBeVisible();
  await look('recovery key');
  await parley.button('Cancel').click();
}

async function takenKeys({ parley, look }: Walk): Promise<void> {
  await parley.button(/Change the keys of .*Usage/).click();
  await parley.page.keyboard.press('Control+n');
  await expect(parley.page.getByText(/belongs to/)).toBeVisible();
  await look('keys that are taken');
  await parley.page.keyboard.press('Escape');
}

/** What opens over a chat. */
async function panels(walk: Walk): Promise<void> {
  const { parley, look } = walk;
  const { page } = parley;
  await page.keyboard.press('ControlOrMeta+/');
  await lookInto(walk, 'dialog', 'list of shortcuts');
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(page.getByRole('listbox', { name: 'Models' })).toBeVisible();
  await look('model menu');
  await page.keyboard.press('Escape');
  await parley.button('Chat options').click();
  await lookInto(walk, 'dialog', 'chat options');
  await parley.box.fill(QUESTION);
  await parley.button(/What will be sent/).click();
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
  await lookInto(walk, 'dialog', 'what will be sent');
  await parley.box.fill('');
  for (const name of [names['export-chat'], names['import-chats']]) {
    await run(page, name);
    await lookInto(walk, 'dialog', name);
  }
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(QUESTION);
  await expect(page.getByRole('option').first()).toContainText(QUESTION.slice(0, -1));
  await look('search');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('>');
  await expect(page.getByRole('option', { name: names['new-chat'] })).toBeVisible();
  await look('commands');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+u');
  await expect(page.getByRole('table').first()).toBeVisible();
  await look('usage');
  await parley.button('What is a token?').click();
  await lookInto(walk, 'dialog', 'what a token is');
  await page.keyboard.press('Escape');
}

async function temporaryChat({ parley, openai, look }: Walk): Promise<void> {
  await parley.page.keyboard.press('Control+Shift+n');
  await expect(parley.messages).toHaveCount(0);
  await look('temporary chat');
  openai.script({ words: [ANSWER] });
  await parley.askAndHear(QUESTION);
  await look('temporary chat with an answer');
}

/** The sidebar, the archive and the trash. */
async function orderOfChats(walk: Walk): Promise<void> {
  const { parley, look } = walk;
  const { page, sidebar } = parley;
  await page.keyboard.press('Control+n');
  await parley.askAndHear(`${QUESTION} ${QUESTION}`);
  await run(page, names['archive-chat']);
  await expect(parley.button('Undo')).toBeVisible();
  await look('way back');
  await showSidebar(parley);
  const chat = sidebar.getByRole('button', { name: QUESTION, exact: true });
  await chat.press('Shift+F10');
  await lookInto(walk, 'menu', 'menu of a chat');
  await sidebar.getByRole('button', { name: 'New folder' }).click();
  await expect(sidebar.getByRole('textbox')).toBeFocused();
  await look('folder that is named');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await look('menu of a folder');
  await page.getByRole('menuitem', { name: 'Chat defaults…' }).click();
  await lookInto(walk, 'dialog', 'chat defaults');
  await showSidebar(parley);
  await chat.press('Delete');
  await expect(chat).toHaveCount(0);
  for (const name of [names['open-archive'], names['open-trash']]) {
    await run(page, name);
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await look(name);
  }
}

/** Where the window is narrow it covers the chat, and goes with what is chosen there. */
async function showSidebar(parley: Parley): Promise<void> {
  if (!(await parley.sidebar.isVisible())) await parley.button('Show sidebar').click();
  await expect(parley.sidebar).toBeVisible();
}

/** By the palette; no other command's name begins with this one and goes on in small letters. */
async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Backspace'); // what was looked for before is still there
  await page
    .getByRole('option', { name: new RegExp(`${name}(?! ?[a-z])`) })
    .first()
    .click();
}
