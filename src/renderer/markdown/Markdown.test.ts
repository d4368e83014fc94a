import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Markdown from './Markdown.svelte';

const show = (text: string, streaming = false) => render(Markdown, { text, streaming });
const frames = (count: number) =>
  new Promise<void>((resolve) => {
    const next = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
    next(count);
  });

test('headings stand two levels below what was written, under that of the message', async () => {
  await show('# One\n\n## Two\n\n###### Six');
  await expect.element(page.getByRole('heading', { name: 'One', level: 3 })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Two', level: 4 })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Six', level: 6 })).toBeVisible();
});

test('lists have their items, their first number and their boxes', async () => {
  const { container } = await show('3. c\n4. d\n   - inner\n\n- [x] bought\n- [ ] cooked');
  expect(container.querySelector('ol')?.start).toBe(3);
  expect(container.querySelector('ol ul li')?.textContent.trim()).toBe('inner');
  await expect.element(page.getByRole('checkbox', { name: 'Done' })).toBeChecked();
  await expect.element(page.getByRole('checkbox', { name: 'To do' })).not.toBeChecked();
});

test('emphasis, deleted words, code and quotes are marked as such', async () => {
  const { container } = await show('*a* **b** ~~c~~ `d`\n\n> e');
  const words = (selector: string) => container.querySelector(selector)?.textContent;
  expect(['em', 'strong', 'del', 'code', 'blockquote'].map(words)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a link opens outside and says where it leads', async () => {
  await show('[docs](https://svelte.dev/docs "The manual") and mail@example.org <a@b.example>');
  const link = page.getByRole('link', { name: 'docs' });
  await expect.element(link).toHaveAttribute('target', '_blank');
  await expect.element(link).toHaveAttribute('title', 'The manual (svelte.dev)');
  await expect
    .element(page.getByRole('link', { name: 'a@b.example' }))
    .toHaveAttribute('href', 'mailto:a@b.example');
  expect(page.getByRole('link').elements()).toHaveLength(2);
});

test('a picture in the text is shown, a remote one is only told of', async () => {
  const png =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await show(`![dot](${png}) ![a chart](https://charts.example/x.png)`);
  await expect.element(page.getByRole('img', { name: 'dot' })).toHaveAttribute('src', png);
  await expect.element(page.getByRole('link', { name: 'a chart · charts.example' })).toBeVisible();
  expect(page.getByRole('img').elements()).toHaveLength(1);
});

test('the mark of a note leads to the note', async () => {
  const { container } = await show('Sky[^1].\n\n[^1]: It is blue.');
  await page.getByRole('button', { name: 'Note 1' }).click();
  expect(document.activeElement).toBe(container.querySelector('[data-note="1"]'));
});

test('the mark of a source is a link to its page', async () => {
  const sources = [{ title: 'Optics', href: 'https://a.example/' }];
  await render(Markdown, { text: 'Blue.\uFDD01\uFDD1', sources });
  const mark = page.getByRole('link', { name: 'Source 1: Optics' });
  await expect.element(mark).toHaveAttribute('href', 'https://a.example/');
});

test('a formula is set once its engine has come; one that cannot be set shows its source and why', async () => {
  const { container } = await show('so $x^2$ and $\\frac{1$ and\n\n$$\n\\sum_i i\n$$');
  await expect.poll(() => container.querySelectorAll('.katex').length).toBe(2);
  await expect.element(page.getByText('\\frac{1', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/Unexpected end of input/)).toBeVisible();
});

test('the source of a formula is shown on request', async () => {
  const { container } = await show('$$\n\\sum_i i\n$$');
  await page.getByRole('button', { name: 'Show source' }).click();
  await expect.element(page.getByText('\\sum_i i', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Show formula' }).click();
  await expect.poll(() => container.querySelector('.katex')).not.toBeNull();
});

test('words that are added leave the selection and the nodes before them alone', async () => {
  const text = 'First **bold** words.\n\n- one\n- two `co';
  const { container, rerender } = await show(text, true);
  const bold = container.querySelector('strong')?.firstChild;
  const code = container.querySelector('li code')?.firstChild;
  if (!bold || !code) throw new Error('Not shown.');
  getSelection()?.setBaseAndExtent(bold, 1, code, 2);
  await rerender({ text: `${text}de\` and more.\n\nAnother paragraph`, streaming: true });
  await rerender({ text: `${text}de\` and more.\n\nAnother paragraph.`, streaming: false });
  expect(container.querySelector('strong')?.firstChild).toBe(bold);
  expect(container.querySelector('li code')?.firstChild).toBe(code);
  expect(getSelection()?.toString()).toBe('old words.\n\none\ntwo co');
});

test('a long answer shows its beginning at once, and the rest without holding up the window', async () => {
  const text = Array.from({ length: 400 }, (_, index) => `Paragraph ${String(index)}`).join('\n\n');
  const { container } = await show(text);
  expect(container.querySelectorAll('p').length).toBeLessThan(100);
  await frames(30);
  expect(container.querySelectorAll('p')).toHaveLength(400);
});

test('what a model writes as HTML is read as text', async () => {
  const { container } = await show(
    '<b onclick="x()">hi</b>\n\n<img src=x onerror=y()>\n\n<script>z()</script>',
  );
  expect(container.querySelectorAll('b, img, script')).toHaveLength(0);
  await expect.element(page.getByText('<script>z()</script>')).toBeVisible();
});

test('in a long text what has not been seen yet has about the height that it will have', async () => {
  const words = 'Sunlight meets the air, and its short waves are scattered more than its long ones. '.repeat(
    20,
  );
  const code = `\`\`\`ts\n${'const sky = "blue";\n'.repeat(20)}\`\`\``;
  const list = '- Sunlight\n'.repeat(12);
  const { container } = await show(
    Array.from({ length: 50 }, () => [words, code, list].join('\n\n')).join('\n\n'),
  );
  await expect.poll(() => container.querySelectorAll('.blocks > *').length).toBe(150);
  const unseen = container.scrollHeight;
  const parts = [...container.querySelectorAll<HTMLElement>('.blocks, .blocks > *')];
  for (const { style } of parts) style.contentVisibility = 'visible';
  expect(unseen / container.scrollHeight).toBeGreaterThan(0.7);
  expect(unseen / container.scrollHeight).toBeLessThan(1.4);
});
