/** Every view of the window, and how one gets there in any language. */
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { noCredit } from '../../tests/fakes/openai-errors.ts';
import type { OpenAiServer } from '../../tests/fakes/openai-server.ts';
import type { Words } from '../../src/shared/words/language';

/** The running app, and what it says in the language of the picture. */
export interface Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly words: Words;
}

interface View {
  readonly name: string;
  /** Resolves when there is something to see. */
  readonly show: (stage: Stage) => Promise<unknown>;
}

/** As the menu does it, whatever the language. */
export function command({ app }: Stage, name: string): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, chosen) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('event', { name: 'menu.chosen', command: chosen }),
    name,
  );
}

/** Closes whatever lies over the chat. Resolves when the window has noticed, too. */
export async function close({ page }: Stage): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    if ((await page.locator('dialog[open], [role="listbox"], [role="menu"]').count()) === 0) break;
    await page.keyboard.press('Escape');
  }
  await page.locator('dialog').waitFor({ state: 'detached' });
}

const seen = (locator: Locator) => locator.first().waitFor();
const dialog = ({ page }: Stage) => seen(page.locator('dialog[open]'));

/** The newest is the first; all have their answer. */
async function open(stage: Stage, place: keyof typeof chats): Promise<void> {
  await command(stage, `chat-${Object.keys(chats).indexOf(place) + 1}`);
  await seen(stage.page.getByRole('article').filter({ hasText: chats[place] }));
}

const after =
  (name: string, what: (stage: Stage) => Promise<unknown> = dialog) =>
  async (stage: Stage) => {
    await command(stage, name);
    await what(stage);
  };

/** The questions of the chats, the newest first. */
export const chats = {
  plain: 'What does a token cost?',
  rich: 'Show me everything an answer can have',
  failed: 'Ask without credit',
} as const;

export const views: readonly View[] = [
  { name: 'empty-chat', show: after('new-chat', ({ page }) => seen(page.getByRole('textbox'))) },
  { name: 'chat', show: (stage) => open(stage, 'plain') },
  { name: 'code-table-formula', show: (stage) => open(stage, 'rich') },
  { name: 'error-card', show: (stage) => open(stage, 'failed') },
  { name: 'search', show: after('search') },
  { name: 'shortcuts', show: after('shortcut-list') },
  { name: 'models', show: after('choose-model', ({ page }) => seen(page.getByRole('listbox'))) },
  { name: 'chat-options', show: after('chat-options') },
  {
    name: 'request',
    show: async (stage) => {
      await open(stage, 'plain');
      await stage.page.getByRole('textbox', { name: stage.words.chat.composer.message }).fill('And then?');
      await stage.page.locator(`[aria-label^="${stage.words.money.requestLine.sent}"]`).click();
      await dialog(stage);
    },
  },
  { name: 'usage', show: after('open-usage', ({ page }) => seen(page.getByRole('table'))) },
  {
    name: 'archive',
    show: after('open-archive', ({ page }) => seen(page.getByRole('heading', { level: 1 }))),
  },
  { name: 'trash', show: after('open-trash', ({ page }) => seen(page.getByRole('heading', { level: 1 }))) },
  { name: 'import', show: after('import-chats') },
  {
    name: 'export',
    show: async (stage) => {
      await open(stage, 'plain');
      await command(stage, 'export-chat');
      await dialog(stage);
    },
  },
  { name: 'token-help', show: after('what-is-a-token') },
];

/** A section of Settings, by its place in the list. */
export async function showSection(stage: Stage, name: string): Promise<void> {
  await command(stage, 'open-settings');
  await dialog(stage);
  await stage.page.locator('dialog[open] nav').getByRole('button', { name, exact: true }).click();
  await seen(stage.page.locator('dialog[open]').getByRole('heading', { level: 2, name }));
}

/** Asks what the pictures show. Titles stay as they were asked: no model words them here. */
export async function ask(page: Page, server: OpenAiServer): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.waitFor();
  for (const [question, answer] of [
    [chats.failed, noCredit()],
    [chats.rich, { words: rich.match(/\s*\S{1,12}/gu) ?? [] }],
    [chats.plain, { words: plain.match(/\s*\S{1,12}/gu) ?? [] }],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+n');
    server.script(answer);
    await box.fill(question);
    await box.press('Enter');
    await page.getByRole('article').nth(1).waitFor();
    await page.locator('[role="log"] [aria-busy="true"]').waitFor({ state: 'detached' });
  }
}

const plain = `A token is the unit in which a language model reads and writes. In English it is about **four characters**, so that a hundred tokens are some seventy-five words.

You pay for both directions: what you send counts as *input*, and what comes back as *output*.

1. Begin a new chat when the subject changes.
2. Choose a small model for small things.
3. Ask for a short answer when a short one will do.

> Prices are given for a million tokens.`;

const rich = `## A debounced value

Wrap the source in a getter, keep the settled value in \`$state\`, and let the effect’s cleanup cancel the timer:

\`\`\`ts
export function debounced<T>(get: () => T, ms = 150) {
  let value = $state(get());
  $effect(() => {
    const next = get(); // tracked
    const id = setTimeout(() => (value = next), ms);
    return () => clearTimeout(id);
  });
  return { get current() { return value; } };
}
\`\`\`

| Model | Input | Cached | Output |
| --- | ---: | ---: | ---: |
| GPT-6.2 Sol | $2.00 | $0.10 | $10.00 |
| GPT-6 Luna | $0.12 | $0.01 | $0.50 |

The mean rest is $\\bar r = \\frac{1}{n}\\sum_{i=1}^{n} r_i$, and its error

$$\\sigma = \\sqrt{\\frac{1}{n-1}\\sum_{i=1}^{n}(r_i-\\bar r)^2}.$$

- [x] Wrap the source
- [ ] Test it with [the docs](https://svelte.dev/docs)`;
