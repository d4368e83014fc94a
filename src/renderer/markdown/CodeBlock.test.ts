import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CodeBlock from './CodeBlock.svelte';
import { grammars } from './highlight/grammars';
import { Colouring } from './highlight/highlighter';
import '../styles/tokens.css';

const code = (text: string, language = 'ts', closed = true) =>
  ({ kind: 'code', language, text, closed }) as const;
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `const a${String(index)} = 1;`).join('\n');

test('code has its language, and gets its colours', async () => {
  const { container } = await render(CodeBlock, { code: code('const a = "b"; // c') });
  await expect.element(page.getByText('TypeScript', { exact: true })).toBeVisible();
  await expect
    .poll(() => container.querySelector('.keyword')?.textContent, { timeout: 10_000 })
    .toBe('const');
  expect(container.querySelector('.string')?.textContent).toBe('"b"');
  expect(container.querySelector('.comment')?.textContent).toBe('// c');
  expect(container.querySelector('code')?.textContent).toBe('const a = "b"; // c');
});

test('a language that is not known is named as it was, and stays plain', async () => {
  const { container } = await render(CodeBlock, { code: code('a b c', 'brainflip') });
  await expect.element(page.getByRole('region', { name: 'brainflip code' })).toBeVisible();
  expect(container.querySelectorAll('code span span')).toHaveLength(0);
});

test('lines get their colours as they are completed, and a selection in them stays', async () => {
  const { container, rerender } = await render(CodeBlock, { code: code('let a = 1;\nlet b', 'ts', false) });
  const coloured = () => [...container.querySelectorAll('.keyword')].map(({ textContent }) => textContent);
  await expect.poll(coloured, { timeout: 10_000 }).toEqual(['let']);
  const first = container.querySelector('.keyword')?.firstChild;
  if (first) getSelection()?.setBaseAndExtent(first, 0, first, 3);
  await rerender({ code: code('let a = 1;\nlet b = 2;\n/* open', 'ts', false) });
  await expect.poll(coloured).toEqual(['let', 'let']);
  await rerender({ code: code('let a = 1;\nlet b = 2;\n/* open\nstill */ let c;', 'ts') });
  await expect.poll(coloured).toEqual(['let', 'let', 'let']);
  expect(container.querySelector('.comment')?.textContent.trim()).toBe('/* open\nstill */');
  expect(getSelection()?.toString()).toBe('let');
});

test('forty lines stand as they are; more are folded until one asks, or finds something in them', async () => {
  const { container, rerender } = await render(CodeBlock, { code: code(lines(40)) });
  expect(page.getByRole('button', { name: /Show all/ }).elements()).toHaveLength(0);
  await rerender({ code: code(lines(1200)) });
  const more = page.getByRole('button', { name: 'Show all 1,200 lines' });
  const height = container.querySelector('pre')?.clientHeight ?? 0;
  expect(height).toBeLessThan(900);
  await more.click();
  expect(container.querySelector('pre')?.clientHeight).toBeGreaterThan(2000);
  await page.getByRole('button', { name: 'Show less' }).click();
  expect(container.querySelector('pre')?.clientHeight).toBe(height);
  container.querySelector('code')?.dispatchEvent(new Event('reveal'));
  await expect.element(page.getByRole('button', { name: 'Show less' })).toBeVisible();
});

test('long lines can be wrapped', async () => {
  const { container } = await render(CodeBlock, { code: code('a '.repeat(2000)) });
  const pre = container.querySelector('pre');
  expect(pre?.scrollWidth).toBeGreaterThan(pre?.clientWidth ?? 0);
  await page.getByRole('button', { name: 'Wrap lines' }).click();
  expect(pre?.scrollWidth).toBe(pre?.clientWidth);
});

test('code can be reached and read by keyboard', async () => {
  await render(CodeBlock, { code: code('a') });
  const region = page.getByRole('region', { name: 'TypeScript code' });
  await expect.element(region).toHaveAttribute('tabindex', '0');
});

test('at least forty languages have their grammar, and each can be read', async () => {
  const names = Object.keys(grammars) as (keyof typeof grammars)[];
  expect(names.length).toBeGreaterThanOrEqual(40);
  for (const name of names) {
    const colouring = new Colouring(name);
    const runs = await colouring.colour('let x = 1\n# y "z"\n');
    colouring.close();
    expect(
      runs?.reduce((sum, value, index) => (index % 2 ? sum + value : sum), 0),
      name,
    ).toBe(18);
  }
}, 120_000);

test('a line without end stays plain, and what follows it is coloured', async () => {
  const text = `let a = "${'x'.repeat(20_000)}";\nlet b = 1;`;
  const { container } = await render(CodeBlock, { code: code(text) });
  await expect
    .poll(() => container.querySelectorAll('.keyword').length, { timeout: 10_000 })
    .toBeGreaterThan(0);
  expect(container.querySelector('code')?.textContent).toBe(text);
});
