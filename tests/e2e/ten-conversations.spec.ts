/** Ten answers are written at once, and none of them takes anything from another. */
import { expect, test } from './parley.ts';

const CHATS = 10;
const WORDS = 120;

test(`${CHATS} conversations stream at once while one looks from one to the other, and every answer ends whole`, async ({
  openai,
  start,
}) => {
  test.setTimeout(120_000);
  const parley = await start();
  const { page, sidebar } = parley;
  await parley.connect(openai.address);
  const words = (chat: number) => Array.from({ length: WORDS }, (_, word) => `chat${chat}-word${word} `);
  const open = (chat: number) =>
    sidebar.getByRole('button', { name: `Question ${chat}.`, exact: true }).click();

  const answers = Array.from({ length: CHATS }, () => openai.hold());
  for (const [chat, answer] of answers.entries()) {
    if (chat > 0) await page.keyboard.press('ControlOrMeta+n');
    await parley.ask(`Question ${chat}.`);
    await answer.asked;
  }
  // A word to each in turn, while another chat is opened again and again.
  for (let word = 0; word < WORDS; word++) {
    for (const [chat, answer] of answers.entries()) answer.send(words(chat)[word] ?? '');
    if (word % 6 > 0) continue;
    const chat = (word / 6) % CHATS;
    await open(chat);
    await expect(parley.lastMessage).toContainText(`chat${chat}-word${word} `);
    await expect(parley.stop).toBeVisible();
  }
  for (const answer of answers) answer.finish();

  const whole = async (window: typeof parley) => {
    for (let chat = 0; chat < CHATS; chat++) {
      await window.sidebar.getByRole('button', { name: `Question ${chat}.`, exact: true }).click();
      await expect(window.messages).toHaveCount(2);
      await expect(window.lastMessage).toHaveAttribute('aria-busy', 'false');
      const shown = (await window.lastMessage.innerText()).match(/chat\d+-word\d+/g);
      expect(shown).toEqual(words(chat).map((word) => word.trim()));
    }
  };
  await whole(parley);
  expect(openai.questions).toHaveLength(CHATS);
  await parley.quit();
  await whole(await start());
});
