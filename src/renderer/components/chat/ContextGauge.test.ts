import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ContextGauge from './ContextGauge.svelte';

test('below one percent there is nothing to say', async () => {
  await render(ContextGauge, { tokens: 999, limit: 100_000 });
  expect(page.getByRole('img').query()).toBeNull();
});

test('it says how full the context is, and in its name how many tokens that are', async () => {
  await render(ContextGauge, { tokens: 12_500, limit: 100_000 });
  const gauge = page.getByRole('img', { name: 'About 12.5K of 100K tokens of context are used' });
  await expect.element(gauge).toHaveTextContent('12 % of context');
  await expect.element(gauge).toHaveAttribute('title', 'About 12.5K of 100K tokens of context are used');
});

test.each([
  [90_000, false],
  [91_000, true],
  [150_000, true],
])('of 100,000 tokens %i are a warning: %s', async (tokens, warning) => {
  await render(ContextGauge, { tokens, limit: 100_000 });
  expect(page.getByRole('img').element().classList.contains('full')).toBe(warning);
});

test('more than fits is said as such', async () => {
  await render(ContextGauge, { tokens: 150_000, limit: 100_000 });
  await expect.element(page.getByRole('img')).toHaveTextContent('Over 100 % of context');
});
