import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RequestCode from './RequestCode.svelte';

test('the request is shown in the language that is chosen, without the key', async () => {
  await render(RequestCode, { code: (language) => Promise.resolve(`In ${language}`) });
  await expect
    .element(page.getByRole('region', { name: 'The request in curl' }))
    .toHaveTextContent('In curl');
  await page.getByRole('radio', { name: 'TypeScript' }).click({ force: true });
  await expect
    .element(page.getByRole('region', { name: 'The request in TypeScript' }))
    .toHaveTextContent('In typescript');
  await expect.element(page.getByRole('button', { name: 'Copy as TypeScript' })).toBeVisible();
  await expect.element(page.getByText(/environment variable OPENAI_API_KEY/)).toBeVisible();
});

test('a request of megabytes is shown in part', async () => {
  await render(RequestCode, { code: () => Promise.resolve('x'.repeat(3_000_000)) });
  await expect.element(page.getByRole('region')).toHaveTextContent(`${'x'.repeat(20_000)}…`);
});

test('code that cannot be written says so', async () => {
  await render(RequestCode, { code: () => Promise.reject(new Error('No.')) });
  await expect.element(page.getByRole('alert')).toHaveTextContent('The code could not be written.');
});
