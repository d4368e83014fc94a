import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TokenTry from './TokenTry.svelte';

const box = page.getByRole('textbox', { name: 'Count the tokens of a text' });
const result = page.getByRole('status');

test('a text is counted as it stands, with what it costs to read', async () => {
  const count = vi.fn((text: string) => Promise.resolve(text.length));
  await render(TokenTry, { model: 'GPT-6.2 Sol', price: 1000, count });
  await box.fill('Hello, world');
  await expect
    .element(result)
    .toHaveTextContent('12 tokens to GPT-6.2 Sol, $0.012 to read · 12 characters, 2 words');
  expect(count).toHaveBeenLastCalledWith('Hello, world');
});

test('without a known price no cost is told, and a count that fails is said', async () => {
  const count = vi.fn<(text: string) => Promise<number>>().mockResolvedValueOnce(7);
  count.mockRejectedValue(new Error('No tokenizer'));
  await render(TokenTry, { model: 'llama', price: null, count });
  await expect.element(result).toHaveTextContent('7 tokens to llama · 69 characters, 14 words');
  await box.fill('x');
  await expect.element(result).toHaveTextContent('The tokens could not be counted.');
});

test('a count that is late does not speak for a newer text', async () => {
  const waiting = new Map<string, (tokens: number) => void>();
  const count = (text: string) => new Promise<number>((resolve) => waiting.set(text, resolve));
  await render(TokenTry, { model: 'm', price: null, count });
  await box.fill('old');
  await vi.waitFor(() => expect(waiting.has('old')).toBe(true));
  await box.fill('newer');
  await vi.waitFor(() => expect(waiting.has('newer')).toBe(true));
  waiting.get('newer')?.(2);
  waiting.get('old')?.(1);
  await expect.element(result).toHaveTextContent('2 tokens to m · 5 characters, 1 word');
});
