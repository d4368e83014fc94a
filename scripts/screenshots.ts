/**
 * `npm run screenshots`: every view of the built app, light and dark, in English and German, wide and narrow, into
 * `test-results/screenshots`, with a page that shows them side by side; and the README's two pictures, made anew.
 * Words behind it choose: `npm run screenshots -- de dark wide settings`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { insteadOfOpenAi, KEY } from '../tests/e2e/parley.ts';
import { electronInstalled, launchApp } from '../tests/e2e/launch.ts';
import { press, quickAskPage } from '../tests/e2e/system.ts';
import { startOpenAiServer } from '../tests/fakes/openai-server.ts';
import type { Settings } from '../src/shared/settings';
import { contactSheet } from './screenshots/contact-sheet.ts';
import { takeReadmePictures } from './screenshots/readme.ts';
import { ask, close, showSection, type Stage, views } from './screenshots/views.ts';
import { loadWords } from './screenshots/words.ts';

const folder = resolve(import.meta.dirname, '../test-results/screenshots');
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 420, height: 800 } } as const;
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];
const languages = ['en', 'de'] as const;
const sections = ['general', 'account', 'models', 'budgets', 'chats', 'library', 'appearance'] as const;
const laterSections = ['shortcuts', 'desktop', 'network', 'accessibility', 'about'] as const;

const chosen = process.argv.slice(2);
/** All where nothing of that kind was chosen. */
const among = <T extends string>(all: readonly T[]): readonly T[] => {
  const some = all.filter((one) => chosen.includes(one));
  return some.length > 0 ? some : all;
};
const kinds = [...languages, ...themes, ...Object.keys(sizes)];
const parts = chosen.filter((word) => !kinds.includes(word));
const wanted = (name: string) => parts.length === 0 || parts.some((part) => name.startsWith(part));

const words = await loadWords();
const missed: string[] = [];

function change(page: Page, input: Partial<Settings>): Promise<unknown> {
  return page.evaluate(
    (settings) =>
      (window as unknown as { bridge: { call(name: string, input: unknown): Promise<unknown> } }).bridge.call(
        'settings.change',
        settings,
      ),
    input,
  );
}

/** Whichever view is shown; resolves when the page looks so. */
async function choose(page: Page, look: { readonly language: 'en' | 'de'; readonly theme: Theme }) {
  await change(page, look);
  await page.waitForFunction(
    ({ language, theme }) =>
      document.documentElement.lang === language && matchMedia(`(prefers-color-scheme: ${theme})`).matches,
    look,
  );
}

/** Each view in each look that was chosen. */
async function take(
  stage: Omit<Stage, 'words'>,
  scenes: readonly { readonly name: string; readonly show: (stage: Stage) => Promise<unknown> }[],
): Promise<void> {
  const { page } = stage;
  page.setDefaultTimeout(5000);
  for (const language of among(languages))
    for (const theme of among(themes))
      for (const size of among(Object.keys(sizes) as (keyof typeof sizes)[])) {
        await page.setViewportSize(sizes[size]);
        await choose(page, { language, theme });
        for (const { name, show } of scenes.filter((scene) => wanted(scene.name))) {
          const path = join(folder, `${name}.${language}.${theme}.${size}.png`);
          try {
            await show({ ...stage, words: words[language] });
            await page.screenshot({ path, animations: 'disabled' });
          } catch (thrown) {
            missed.push(`${name}.${language}.${theme}.${size}: ${String(thrown).split('\n')[0]}`);
          }
          await close({ ...stage, words: words[language] });
        }
        process.stderr.write(`${language}, ${theme}, ${size}\n`);
      }
}

const userData = mkdtempSync(join(tmpdir(), 'parley-pictures-'));
const server = await startOpenAiServer({ key: KEY, tls: true });
try {
  mkdirSync(folder, { recursive: true });
  const [env, args] = insteadOfOpenAi(server.port);
  const { app, page } = await launchApp({ userData, env, args });
  const stage = { app, page };
  try {
    await take(stage, [{ name: 'first-run', show: () => page.getByRole('textbox').first().waitFor() }]);
    await choose(page, { language: 'en', theme: 'light' });
    await page.setViewportSize(sizes.wide);
    await page.getByRole('textbox', { name: 'OpenAI API key' }).fill(KEY);
    await page.getByRole('button', { name: 'Check and continue' }).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await change(page, { titles: false });
    await ask(page, server);
    await take(stage, [
      ...views,
      ...[...sections, ...laterSections].map((section) => ({
        name: `settings-${section}`,
        show: (shown: Stage) => showSection(shown, shown.words.settings.sections[section]),
      })),
    ]);
    await takeQuickAsk(stage);
  } finally {
    await app.close();
  }
  await takeTrouble();
  if (chosen.length === 0) await takeReadmePictures();
} finally {
  await server.close();
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
}
contactSheet(folder);
for (const line of missed) console.log(`no picture of ${line}`);
console.log(`${folder}/index.html`);

/** The small window, with an answer in it. It follows the settings, and has a size of its own. */
async function takeQuickAsk({ app, page }: Omit<Stage, 'words'>): Promise<void> {
  if (!wanted('quick-ask') || electronInstalled) return; // there nobody can press a key of the whole system
  await change(page, { quickAsk: { on: true, keys: null, model: null } });
  const small = await quickAskPage(app);
  await press(app);
  server.script({ words: ['Sunlight is ', '**scattered** by the air, and blue more than red.'] });
  await small.getByRole('textbox').fill('Why is the sky blue?');
  await small.keyboard.press('Enter');
  await small.locator('strong').waitFor();
  for (const language of among(languages))
    for (const theme of among(themes)) {
      await choose(page, { language, theme });
      await small.waitForFunction((tag) => document.documentElement.lang === tag, language);
      await small.setViewportSize({ width: 680, height: 420 });
      await small.screenshot({ path: join(folder, `quick-ask.${language}.${theme}.wide.png`) });
    }
}

/** A library that cannot be read tells no language, so the system's is used. */
async function takeTrouble(): Promise<void> {
  if (!wanted('library-trouble')) return;
  const broken = mkdtempSync(join(tmpdir(), 'parley-broken-'));
  writeFileSync(join(broken, 'library.sqlite'), 'no library at all'.repeat(1000));
  const { app, page } = await launchApp({ userData: broken });
  try {
    await page.getByRole('heading').first().waitFor();
    for (const theme of among(themes)) {
      await page.emulateMedia({ colorScheme: theme });
      for (const size of among(Object.keys(sizes) as (keyof typeof sizes)[])) {
        await page.setViewportSize(sizes[size]);
        await page.screenshot({ path: join(folder, `library-trouble.en.${theme}.${size}.png`) });
      }
    }
  } finally {
    await app.close();
    rmSync(broken, { recursive: true, force: true, maxRetries: 5 });
  }
}
