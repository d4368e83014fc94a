import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, type Parley, testAtOpenAi as test } from './parley.ts';

async function setBudget(parley: Parley, period: string, dollars: string): Promise<void> {
  await parley.page.keyboard.press('Control+,');
  const settings = parley.page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Budgets' }).click();
  const field = settings.getByRole('textbox', { name: period });
  await field.fill(dollars);
  await field.press('Enter');
  await parley.page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
}

const usage = (output: number) => ({
  usage: {
    input_tokens: 20,
    input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 20 + output,
  },
});

test('ten questions at once spend no more than the budget, and the rest is told why', async ({
  openAi,
  parley,
  userData,
}) => {
  await setBudget(parley, 'A day', '1');
  // Six at fifteen cents each, and one that fits into what is left then.
  const held = [15_000, 15_000, 15_000, 15_000, 15_000, 15_000, 2_500].map((output) =>
    openAi.hold({ response: usage(output) }),
  );
  for (let chat = 1; chat <= 10; chat += 1) {
    if (chat > 1) await parley.button('New chat').first().click();
    await parley.ask(`Question ${chat}`);
    await expect(parley.lastMessage).toBeVisible();
  }
  const card = parley.page.getByRole('region', { name: /^Today’s budget of \$1.00/ });
  await expect(card).toBeVisible();
  const asked = openAi.questions.filter(({ model }) => model === 'gpt-6.2-sol');
  expect(asked).toHaveLength(7);
  expect(asked.every(({ max_output_tokens: most }) => most !== null && most !== undefined)).toBe(true);

  for (const answer of held) {
    await answer.asked;
    answer.send('Yes.');
    answer.finish();
  }
  await expect.poll(() => spent(userData).calls).toBeGreaterThanOrEqual(7);
  expect(spent(userData).micros).toBeLessThanOrEqual(1_000_000);
  expect(spent(userData).micros).toBeGreaterThan(900_000);

  await card.getByRole('button', { name: 'Send this one' }).click();
  await expect(card).toHaveCount(0);
  await expect(parley.lastMessage).toHaveAttribute('aria-busy', 'false');
  const beyond = openAi.questions.findLast(({ model }) => model === 'gpt-6.2-sol');
  expect(beyond?.max_output_tokens ?? null).toBeNull();
});

test('at 80 % one is told, and a budget can be raised from the card', async ({ openAi, parley }) => {
  await setBudget(parley, 'A month', '0.2');
  openAi.script({ words: ['Long.'], response: usage(17_000) });
  await parley.askAndHear('Tell me all.');
  await expect(parley.page.getByText('This month’s budget: $0.17 of $0.20 is used.')).toBeVisible();
  await expect.poll(() => openAi.questions.some(({ model }) => model === 'gpt-6-luna')).toBe(true); // its title
  openAi.script({ words: ['More.'], response: usage(2_500) });
  await parley.askAndHear('And more?');
  await parley.askAndHear('And still more?');
  const card = parley.page.getByRole('region', {
    name: 'This month’s budget of $0.20 leaves too little for this.',
  });
  await card.getByRole('button', { name: 'Raise the budget' }).click();
  const settings = parley.page.getByRole('dialog', { name: 'Settings' });
  const field = settings.getByRole('textbox', { name: 'A month' });
  await field.fill('5');
  await field.press('Enter');
  await parley.page.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Try again' }).click();
  await expect(card).toHaveCount(0);
  await expect(parley.lastMessage).toContainText('And still more?');
});

function spent(userData: string): { readonly micros: number; readonly calls: number } {
  const library = new DatabaseSync(join(userData, 'library.sqlite'), { readOnly: true });
  try {
    const row = library
      .prepare('SELECT coalesce(sum(micros), 0) AS micros, count(*) AS calls FROM receipt')
      .get();
    return row as { micros: number; calls: number }; // as its SQL says
  } finally {
    library.close();
  }
}
