import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Price, PricedModel } from '../../../shared/money';
import PriceTable from './PriceTable.svelte';

const price = (input: number, cachedInput: number | null, output: number): Price => ({
  ...{ input, cachedInput, cacheWrite: null, output, longContext: null },
});
const row = (model: string, changes: Partial<PricedModel>): PricedModel => ({
  ...{ model, name: model, price: null, listed: null, own: false, asOf: null, source: null },
  ...changes,
});
const sol = row('sol', { name: 'GPT-6.2 Sol', price: price(2, 0.1, 10) });
const pro = row('pro', { name: 'GPT-5.5 Pro', price: price(30, null, 180) });
const luna = row('luna', { name: 'GPT-6 Luna', price: price(0.12, 0.01, 0.5), own: true });
const editor = createRawSnippet(() => ({ render: () => '<p>The form</p>' }));

async function setUp(models = [sol, pro, luna], editing: string | null = null) {
  const onedit = vi.fn();
  const onreset = vi.fn<(model: string) => Promise<void>>(() => Promise.resolve());
  const screen = await render(PriceTable, { models, editing, editor, onedit, onreset });
  const words = (selector: string, at: Element | undefined) =>
    [...(at?.querySelectorAll(selector) ?? [])].map(({ textContent }) =>
      textContent.trim().replace(/\s+/g, ' '),
    );
  const rows = () => page.getByRole('row').elements();
  const rowOf = (name: string) => rows().find((one) => words('th', one)[0]?.startsWith(name));
  const cells = (name: string) => words('td.number', rowOf(name));
  const title = (name: string) => words('th', rowOf(name))[0];
  return { onedit, onreset, screen, cells, title };
}

test('each row has what is reckoned with: a cache without a price is as input', async () => {
  const { cells } = await setUp();
  expect(cells('GPT-6.2 Sol')).toEqual(['2.00', '0.10', '10.00']);
  expect(cells('GPT-5.5 Pro')).toEqual(['30.00', '30.00', '180.00']);
});

test('a price that nobody knows is not nothing', async () => {
  const { cells } = await setUp([row('gpt-7', { name: 'GPT-7' })]);
  expect(cells('GPT-7')).toEqual(['–', '–', '–']);
});

test('only what the user has changed is marked, and can be changed back', async () => {
  const { onreset, title } = await setUp();
  expect([title('GPT-6 Luna'), title('GPT-6.2 Sol')]).toEqual(['GPT-6 Luna •changed by you', 'GPT-6.2 Sol']);
  expect(page.getByRole('button', { name: /^Reset/ }).elements()).toHaveLength(1);
  await page.getByRole('button', { name: 'Reset the price of GPT-6 Luna' }).click();
  expect(onreset).toHaveBeenCalledExactlyOnceWith('luna');
});

test('after a reset the focus stays in the row', async () => {
  const { screen, onreset } = await setUp();
  onreset.mockImplementation(async () => {
    await screen.rerender({ models: [sol, pro, { ...luna, own: false }] });
  });
  page.getByRole('button', { name: 'Reset the price of GPT-6 Luna' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Edit the price of GPT-6 Luna' })).toHaveFocus();
});

test('a row’s form opens below it', async () => {
  const { onedit, screen } = await setUp();
  await page.getByRole('button', { name: 'Edit the price of GPT-5.5 Pro' }).click();
  expect(onedit).toHaveBeenCalledExactlyOnceWith('pro');
  await screen.rerender({ editing: 'pro' });
  const rows = page
    .getByRole('row')
    .elements()
    .map((one) => one.textContent.trim());
  expect(rows[rows.findIndex((text) => text.startsWith('GPT-5.5 Pro')) + 1]).toBe('The form');
});
