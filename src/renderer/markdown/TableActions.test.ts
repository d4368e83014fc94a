import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Reader } from './reader';
import TableActionsInFigure from './TableActionsInFigure.svelte';
import { tableIn } from './write/samples';

afterEach(() => void vi.restoreAllMocks());

const table = tableIn('| a | b |\n|---|---|\n| **1** | =2 |');

test('a table is copied as Markdown, HTML and TSV at once, and the button says so', async () => {
  const setData = vi.spyOn(DataTransfer.prototype, 'setData');
  await render(TableActionsInFigure, { table, reader: { dollarMaths: true } });
  const button = page.getByRole('button', { name: 'Copy table' });
  await button.click();
  const formats = new Map(setData.mock.calls);
  expect([...formats.keys()]).toEqual(['text/plain', 'text/html', 'text/tab-separated-values']);
  expect(formats.get('text/plain')).toContain('| **1** | =2  |');
  expect(formats.get('text/html')).toContain('<strong>1</strong>');
  expect(formats.get('text/tab-separated-values')).toBe("a\tb\n1\t'=2");
  await expect.element(button).toHaveAttribute('data-copied');
});

test('a table is saved as CSV', async () => {
  const save = vi.fn<NonNullable<Reader['save']>>();
  await render(TableActionsInFigure, { table, reader: { dollarMaths: true, save } });
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect(save).toHaveBeenCalledExactlyOnceWith('table.csv', "\uFEFFa,b\r\n1,'=2\r\n");
});

test('where nothing can be saved there is no button for it', async () => {
  await render(TableActionsInFigure, { table, reader: { dollarMaths: true } });
  expect(page.getByRole('button').elements()).toHaveLength(1);
});

test('the buttons wait for the pointer or the focus', async () => {
  await render(TableActionsInFigure, { table, reader: { dollarMaths: true } });
  const group = page.getByRole('group', { name: 'Table' });
  await expect.element(group).toHaveStyle({ opacity: '0' });
  page.getByRole('button').element().focus();
  await expect.element(group).toHaveStyle({ opacity: '1' });
});
