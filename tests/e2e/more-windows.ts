/** A second window, as the menu opens it. */
import type { ElectronApplication } from '@playwright/test';
import { Parley } from './parley.ts';

/** Of the application menu, in the window that is in front. */
export const choose = (app: ElectronApplication, command: string): Promise<void> =>
  app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click({}), command);

export async function openWindow({ app }: Parley): Promise<Parley> {
  const opened = app.waitForEvent('window');
  await choose(app, 'new-window');
  return new Parley(app, await opened);
}
