import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { OPENAI_ADDRESS } from '../../shared/links';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { Accounts } from '../state/accounts.svelte';
import { fakeApi } from '../state/fake-api';
import { Spoken } from '../state/language.svelte';
import FirstRunInContext from './FirstRunInContext.svelte';

afterEach(() => speakFrom(() => english));

test('another language is spoken at once by all that is shown, and what was typed stays', async () => {
  const spoken = new Spoken(['en-GB']);
  const accounts = new Accounts(fakeApi().api);
  accounts.begin([], { keyHint: 'k3y5', address: OPENAI_ADDRESS });
  await render(FirstRunInContext, { accounts });
  await page.getByRole('textbox', { name: 'OpenAI API key' }).fill('sk-half-of-it');

  await spoken.choose('de');
  await expect.element(page.getByRole('heading', { name: 'Bring deinen Schlüssel mit' })).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('sk-half-of-it');
  await expect.element(page.getByText('In der Umgebung wurde ein Schlüssel gefunden.')).toBeVisible();
  const said = page.getByRole('main').element().textContent;
  for (const english of ['key', 'server', 'Chats stay']) expect(said).not.toContain(english);

  await spoken.choose('en');
  await expect.element(page.getByRole('heading', { name: 'Bring your own key' })).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('sk-half-of-it');
});

test('of two languages that are chosen in a row the later one is spoken', async () => {
  const spoken = new Spoken(['en-GB']);
  const first = spoken.choose('de'); // has to be loaded
  await spoken.choose('en');
  await first;
  expect(spoken.current.code).toBe('en');
});
