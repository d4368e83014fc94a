import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './parley.ts';

/** What floats above the landmarks, as menus do, is in none of them. */
const FLOATS = '[role="menu"], [role="listbox"]';

/** The only rules that can find in one theme what they do not find in the other. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

type Theme = 'light' | 'dark';

async function setTheme(app: ElectronApplication, page: Page, theme: Theme): Promise<void> {
  // The app sets its own, too, as it starts and when a setting is changed.
  await expect(async () => {
    await app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);
    expect(await page.evaluate((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, theme)).toBe(
      true,
    );
  }).toPass();
  // A colour on its way from the one theme to the other is of neither; what goes round for ever has no end.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function axeFinds(page: Page, theme: Theme): Promise<readonly string[]> {
  // `legacy`: axe would otherwise open a blank page of its own, which the app refuses.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (theme === 'dark') axe.withRules(OF_COLOUR);
  else {
    const region = { enabled: (await page.locator(FLOATS).count()) === 0 };
    axe.options({ rules: { 'target-size': { enabled: true }, region } });
  }
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${theme}, ${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}

/** Which parts would have to be scrolled sideways. */
function tooWide(page: Page): Promise<readonly string[]> {
  const parts = 'html, main, nav, header, form, section, dialog, [role=dialog], [role=menu]';
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.checkVisibility())
        .filter((part) => getComputedStyle(part).overflowX !== 'visible')
        .map((part) => `${part.localName}.${part.className} is too wide`),
    parts,
  );
}

/** What is wrong with the page as it is now: by axe, in light and in dark, and where it is too wide. */
export async function faults(app: ElectronApplication, page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, page, theme);
    found.push(...(await axeFinds(page, theme)));
  }
  return [...found, ...(await tooWide(page))];
}
