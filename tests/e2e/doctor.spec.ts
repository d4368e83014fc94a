/** Why an account does not work: each fault is told by its own step, with the page that fixes it. */
import { mustBeVerified, noCredit, refusal } from '../fakes/openai-errors.ts';
import { expect, KEY, testAtOpenAi as test, type Parley } from './parley.ts';

async function check({ page }: Parley) {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Accounts & keys' }).click();
  await page.getByRole('button', { name: 'Check this account…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check of OpenAI' });
  const step = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  return { dialog, step };
}

test('an account in order, from the address to the limits', async ({ openAi, parley }) => {
  const { dialog, step } = await check(parley);
  await expect(step('Address and certificate')).toContainText('Fine');
  await expect(step('Key')).toContainText('The key is accepted.');
  await expect(step('Default model')).toContainText('gpt-6.2-sol is in the list of models.');
  await expect(step('Credit')).toContainText('Only a question can tell.');
  expect(openAi.questions).toHaveLength(0);
  await dialog.getByRole('button', { name: /^Also ask a tiny question \(≈ \$0\.000\d+\)$/ }).click();
  await expect(step('Answers word by word')).toContainText('Allowed.');
  await expect(step('Credit')).toContainText('There is credit');
  expect(openAi.questions).toMatchObject([{ max_output_tokens: 16 }]);

  await dialog.getByRole('button', { name: 'Copy the result' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  await parley.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(parley.page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('a key that was withdrawn', async ({ openAi, parley }) => {
  openAi.refuseModels(refusal(401, `The key ${KEY} was deactivated.`, { code: 'account_deactivated' }));
  const { dialog, step } = await check(parley);
  await expect(step('Key')).toContainText('Problem');
  await expect(step('Key').getByRole('link', { name: 'API keys' })).toHaveAttribute('href', /api-keys$/);
  await expect(step('Default model')).toContainText('An earlier step has to work first.');
  await expect(dialog.getByRole('button', { name: /tiny question/ })).toHaveCount(0);
  await expect(dialog).not.toContainText(KEY);
});

test('an organization that is not verified', async ({ openAi, parley }) => {
  openAi.script(mustBeVerified(), mustBeVerified('reasoning.summary'));
  const { dialog, step } = await check(parley);
  await dialog.getByRole('button', { name: /tiny question/ }).click();
  await expect(step('Answers word by word').getByRole('link', { name: 'Organization' })).toBeVisible();
  await expect(step('What the model thought')).toContainText('must be verified');
  await expect(step('Credit')).toContainText('There is credit');
});

test('an account without credit', async ({ openAi, parley }) => {
  openAi.script(noCredit());
  const { dialog, step } = await check(parley);
  await dialog.getByRole('button', { name: /tiny question/ }).click();
  await expect(step('Credit')).toContainText('no credit left');
  await expect(step('Credit').getByRole('link', { name: 'Billing' })).toBeVisible();
  expect(openAi.questions).toHaveLength(1);
});

test('a question that was refused leads to the check of the account that was asked', async ({
  openAi,
  parley,
}) => {
  openAi.script(noCredit());
  await parley.ask('Why is the sky blue?');
  await parley.lastMessage.getByRole('button', { name: 'Check this account…' }).click();
  const dialog = parley.page.getByRole('dialog', { name: 'Check of OpenAI' });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Key' })).toContainText('is accepted');
  await expect(dialog.getByRole('button', { name: /tiny question/ })).toBeVisible();
  await parley.page.keyboard.press('Escape');
  await expect(parley.lastMessage.getByRole('button', { name: 'Check this account…' })).toBeFocused();
});
