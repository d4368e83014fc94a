/** Keeping order: folders, pins, the archive and the trash, and all of it there after a restart. */
import { expect, test } from './parley.ts';

test('chats are put in order, deleted, brought back, and everything is as it was after a restart', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page, sidebar } = parley;
  await parley.connect(openai.address);
  for (const question of ['Sky', 'Lisbon', 'Runes', 'Garden']) {
    await page.keyboard.press('ControlOrMeta+n');
    await parley.askAndHear(question);
  }
  const row = (title: string) => sidebar.getByRole('button', { name: title, exact: true });
  const choose = async (title: string, ...path: string[]) => {
    await row(title).click({ button: 'right' });
    for (const name of path)
      await page.getByRole('menuitem', { name }).or(page.getByRole('menuitemradio', { name })).click();
  };

  // A folder is made and named in one go, and takes a chat by the menu.
  await choose('Lisbon', 'Move to folder', 'New folder…');
  await expect(sidebar.getByRole('textbox', { name: 'Folder name' })).toBeFocused();
  await page.keyboard.insertText('Travel');
  await page.keyboard.press('Enter');
  await expect(row('Travel')).toBeFocused();
  const travel = sidebar.getByRole('group', { name: 'Travel' });
  await expect(travel.getByRole('listitem')).toHaveText(['Lisbon']);

  await choose('Sky', 'Pin');
  await expect(sidebar.getByRole('group', { name: 'Pinned' }).getByRole('listitem')).toHaveText(['Sky']);
  await choose('Runes', 'Archive');
  await expect(row('Runes')).toHaveCount(0);

  // Two are chosen together, deleted with a key, and taken back at once.
  await row('Garden').click({ modifiers: ['ControlOrMeta'] });
  await row('Lisbon').click({ modifiers: ['ControlOrMeta'] });
  await expect(sidebar.getByRole('toolbar', { name: 'Chosen: 2 chats' })).toBeVisible();
  await row('Lisbon').press('Delete');
  await expect(sidebar.getByRole('listitem')).toHaveText(['Sky']);
  await parley.button('Undo').click();
  await expect(sidebar.getByRole('listitem')).toHaveText(['Sky', 'Lisbon', 'Garden']);

  // By keyboard alone: down the list, a chat goes to the trash, the focus to its neighbour.
  await row('Lisbon').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row('Garden')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row('Garden')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect(row('Lisbon')).toHaveCount(0);
  await expect(row('Garden')).toBeFocused();

  await parley.button('Trash').click();
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'In the trash' }).getByRole('listitem')).toContainText([
    /Lisbon.*Erased in 30 days/,
  ]);
  await parley.button('Restore “Lisbon”').click();
  await expect(travel.getByRole('listitem')).toHaveText(['Lisbon']);
  await parley.button('Archive').click();
  await expect(page.getByRole('list', { name: 'Archived chats' }).getByRole('listitem')).toContainText([
    'Runes',
  ]);

  await parley.quit();
  const again = await start();
  await expect(again.sidebar.getByRole('group', { name: 'Travel' }).getByRole('listitem')).toHaveText([
    'Lisbon',
  ]);
  await expect(again.sidebar.getByRole('listitem')).toHaveText(['Sky', 'Lisbon', 'Garden']);
});
