import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../../shared/errors';
import { waitFrom } from '../../lib/wait';
import WaitingLine from './WaitingLine.svelte';

const error = new AppError('OVERLOADED', 'Busy.').toData();
const nothing = () => undefined;
const show = (waitMs: number | null, now: number) =>
  render(WaitingLine, {
    waiting: waitFrom({ answerId: 'a1', error, attempt: 2, waitMs }, now),
    ontrynow: nothing,
    oncancel: nothing,
  });

test('a wait that one comes back to has not begun anew', async () => {
  await show(60_000, performance.now() - 50_000);
  await expect.element(page.getByText(/OpenAI is busy. Trying again in (9|10) s/)).toBeVisible();
});

test('a wait that is over counts no further than to nothing', async () => {
  await show(1000, performance.now() - 5000);
  await expect.element(page.getByText('Trying again in 0 s')).toBeVisible();
});

test('a wait for the network has no time', async () => {
  await show(null, performance.now());
  await expect
    .element(page.getByText('You are offline. This goes out when the network is back.'))
    .toBeVisible();
  expect(page.getByText(/Trying again/).query()).toBeNull();
});
