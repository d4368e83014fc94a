/** Of a long chat the end is seen first; everything that needs the rest of it works as if it were there. */
import { join } from 'node:path';
import { makeLibrary } from '../../bench/make-library.ts';
import { expect, test, type Parley } from './parley.ts';

const MESSAGES = 2000;

/** Two chats; the older one has a rare word at its beginning, and two answers there and at its end. */
function makeLongChats(path: string): void {
  makeLibrary(path, { conversations: 2, messages: 2 * MESSAGES }, (db) => {
    const older = `conversation_id = (SELECT id FROM conversation WHERE title = 'Conversation 0')`;
    db.prepare(`UPDATE message SET text = '3: A capercaillie.' WHERE text LIKE '3: %' AND ${older}`).run();
    const beside = db.prepare(
      `INSERT INTO message (id, conversation_id, parent_id, role, text, status, model, created_at)
       SELECT ?, conversation_id, parent_id, role, ?, status, model, created_at FROM message
       WHERE text LIKE ? AND ${older}`,
    );
    beside.run(crypto.randomUUID(), 'Another first answer.', '1: %');
    beside.run(crypto.randomUUID(), 'Another last answer.', `${MESSAGES - 1}: %`);
  });
}

test.beforeEach(({ userData }) => makeLongChats(join(userData, 'library.sqlite')));

const last = `${MESSAGES - 1}: Sunlight`;

/** The older one, as soon as its end is seen. */
async function openLong(parley: Parley): Promise<void> {
  await parley.sidebar.getByRole('button', { name: 'Conversation 0', exact: true }).click();
  await expect(parley.lastMessage).toContainText(last);
}

test('a chat is drawn while its button is pressed, seen when it is let go, and gone when it is dragged away', async ({
  start,
}) => {
  const { lastMessage, page, sidebar, transcript } = await start();
  const drawn = page.locator('[role="log"]'); // what no screen reader meets is among them
  await expect(lastMessage).toBeVisible();
  await sidebar.getByRole('button', { name: 'Conversation 0', exact: true }).hover();
  await page.mouse.down();
  await expect(drawn).toHaveCount(2);
  await expect(transcript).toHaveCount(1);
  await page.mouse.move(900, 300);
  await page.mouse.up();
  await expect(drawn).toHaveCount(1);
  await sidebar.getByRole('button', { name: 'Conversation 0', exact: true }).hover();
  await page.mouse.down();
  await expect(drawn).toHaveCount(2);
  await drawn.last().evaluate((log) => log.setAttribute('data-once', ''));
  await page.mouse.up();
  await expect(lastMessage).toContainText('1/2');
  await expect(transcript).toHaveAttribute('data-once');
});

test('a word at the beginning of a long chat is found right after it was opened', async ({ start }) => {
  const parley = await start();
  const { page } = parley;
  await openLong(parley);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('capercaillie');
  await expect(page.getByRole('search', { name: 'Find in chat' }).getByRole('status')).toHaveText('1 of 1');
  await expect(parley.messages.filter({ hasText: 'capercaillie' })).toBeInViewport();
});

test('the top of a long chat is its first message, also right after it was opened', async ({ start }) => {
  const parley = await start();
  await openLong(parley);
  await parley.transcript.focus();
  await parley.page.keyboard.press('Home');
  await expect(parley.messages.filter({ hasText: /0: Sunlight/ }).first()).toBeInViewport();
  expect(await parley.transcript.evaluate((log) => log.scrollTop)).toBe(0);
});

test('branches at both ends of a long chat can be gone through', async ({ start }) => {
  const parley = await start();
  await openLong(parley);
  const { lastMessage, messages, page, transcript } = parley;
  await expect(lastMessage).toContainText('1/2');
  await lastMessage.getByRole('button', { name: 'Next answer' }).click();
  await expect(lastMessage).toContainText('Another last answer.');
  await expect(lastMessage).toContainText('2/2');
  await transcript.focus();
  await page.keyboard.press('Home');
  const first = messages.nth(1);
  await expect(first).toContainText('1/2');
  await first.getByRole('button', { name: 'Next answer' }).click();
  await expect(messages).toHaveCount(2);
  await expect(lastMessage).toContainText('Another first answer.');
});

test('the outline of a long chat leads to its first question', async ({ start }) => {
  const parley = await start();
  await openLong(parley);
  await parley.button('Outline').click();
  const outline = parley.page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: /^0: Sunlight/ }).click();
  await expect(parley.messages.first()).toBeFocused();
  await expect(parley.messages.first()).toBeInViewport();
});

test('a long chat that is come back to after a start is there as a whole', async ({ start }) => {
  const parley = await start();
  await expect(parley.lastMessage).toContainText(last);
  await expect(parley.transcript).toContainText(/^(?:You, .*)?0: Sunlight/, { timeout: 30_000 });
  const said = await parley.transcript.evaluate((log) => log.textContent);
  for (let at = 0; at < MESSAGES; at += 99) expect(said).toContain(`${at}: Sunlight`);
});
