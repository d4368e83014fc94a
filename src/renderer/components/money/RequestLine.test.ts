import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { nothingSpent } from '../../../shared/money';
import type { Estimate } from '../../../shared/request';
import RequestLine from './RequestLine.svelte';

const estimate: Estimate = {
  ...{ message: 40, total: 1240, limit: 40_000, inputMicros: 12_000, outputMicros: 30_000 },
  uncachedMicros: 0,
};
const props = { estimate, exact: null, spent: nothingSpent, onopen: () => undefined };
const line = () => page.getByRole('button', { name: /^What will be sent/ });

test('it tells tokens, room and money, and opens what will be sent', async () => {
  const onopen = vi.fn();
  await render(RequestLine, { ...props, onopen });
  await expect.element(line()).toHaveTextContent('≈ 1,240 tokens · 3 % of context · ≈ $0.012 + up to $0.03');
  await line().click();
  expect(onopen).toHaveBeenCalledOnce();
});

test('what the server counted is not about', async () => {
  await render(RequestLine, {
    ...props,
    exact: 1252,
    estimate: { ...estimate, limit: null, inputMicros: null },
  });
  await expect.element(line()).toHaveTextContent('1,252 tokens · price unknown');
});

test.each([
  [36_000, false],
  [36_400, true],
])('of 40,000 tokens %i are a warning: %s', async (total, warning) => {
  await render(RequestLine, { ...props, estimate: { ...estimate, total } });
  expect(line().element().classList.contains('full')).toBe(warning);
});

test('the sum of the chat is there from its first call on, to the micro-dollar in its title', async () => {
  const { rerender } = await render(RequestLine, props);
  expect(page.getByText('chat').query()).toBeNull();
  await rerender({ spent: { ...nothingSpent, calls: 1, micros: 20_123 } });
  await expect.element(page.getByText('chat $0.02')).toHaveAttribute('title', '$0.020123');
});

test('its place is as high without anything to tell', async () => {
  const screen = await render(RequestLine, { ...props, estimate: null });
  const height = () => screen.container.firstElementChild?.getBoundingClientRect().height;
  const empty = height();
  expect(line().query()).toBeNull();
  await screen.rerender({ estimate, spent: { ...nothingSpent, calls: 1, micros: 20_123 } });
  await expect.element(line()).toBeVisible();
  expect(height()).toBe(empty);
});
