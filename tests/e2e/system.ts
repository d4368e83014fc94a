/** The system around the app, as a spec meets it: its keys, its notifications, and whose windows are in front. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Parley } from './parley.ts';

interface StandIn {
  readonly calls: readonly { readonly what: string; readonly args: readonly unknown[] }[];
  readonly shortcuts: Map<string, () => void>;
  readonly notifications: { readonly title: string; readonly body: string; emit: (name: string) => void }[];
  readonly trays: Set<{ menu: Electron.Menu | null }>;
}

declare global {
  var __standin: StandIn;
}

/** The settings of the desktop, with this switch turned on. */
export async function switchOn(parley: Parley, name: string): Promise<void> {
  const { page } = parley;
  await page.keyboard.press('ControlOrMeta+,');
  await parley.button('Desktop').click();
  await page.getByRole('switch', { name }).check();
  await page.keyboard.press('Escape');
}

/** The keys that the app has asked the system for. */
export const shortcuts = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => [...globalThis.__standin.shortcuts.keys()]);

/** As if the keys were pressed, whatever is in front. */
export const press = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => globalThis.__standin.shortcuts.values().next().value?.());

/** The small window, once its page is there. */
export async function quickAskPage(app: ElectronApplication): Promise<Page> {
  const isIt = (page: Page) => page.url().includes('quick-ask');
  await expect.poll(() => app.windows().some(isIt)).toBe(true);
  const page = app.windows().find(isIt);
  if (!page) throw new Error('There is no small window.');
  await page.waitForLoadState();
  return page;
}

/** Another app comes to the front. */
export const lookAway = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.blur());

export const isVisible = (app: ElectronApplication, page: Page): Promise<boolean> =>
  app.browserWindow(page).then((window) => window.evaluate((shown) => shown.isVisible()));
