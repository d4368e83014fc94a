import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TableView from './TableView.svelte';
import type { Row, Table } from '../../shared/markdown/tree';

const row = (...cells: string[]): Row => cells.map((text) => [{ kind: 'text', text }]);
const table = (rows: number): Table => ({
  ...{ kind: 'table', columns: [null, 'right', 'center'], head: row('Name', 'Price', 'Note') },
  rows: Array.from({ length: rows }, (_, index) => row(`n${String(index)}`, String(index), 'x')),
});

test('a table has its head, its rows and its alignment', async () => {
  const { container } = await render(TableView, { table: table(2) });
  await expect.element(page.getByRole('columnheader', { name: 'Price' })).toBeVisible();
  expect(page.getByRole('row').elements()).toHaveLength(3);
  const cells = [...container.querySelectorAll('tbody tr:first-child td')];
  expect(cells.map((cell) => getComputedStyle(cell).textAlign)).toEqual(['start', 'end', 'center']);
});

test('a long table begins with a hundred rows, and shows more on request or when something is found in it', async () => {
  const { container } = await render(TableView, { table: table(20_000) });
  const rows = () => container.querySelectorAll('tbody tr').length;
  expect(rows()).toBe(100);
  await page.getByRole('button', { name: 'Show 500 more of 19,900 rows' }).click();
  expect(rows()).toBe(600);
  container.querySelector('td')?.dispatchEvent(new Event('reveal'));
  await expect.poll(rows).toBe(1100);
});
