import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { AppErrorData } from '../../../shared/errors';
import { links } from '../../../shared/links';
import ErrorCard from './ErrorCard.svelte';

const noCredit: AppErrorData = {
  code: 'NO_CREDIT',
  message: 'No credit.',
  details: { status: 429, requestId: 'req_123', serverMessage: '<b>You exceeded</b> your quota.' },
};

async function setUp(props: { error?: AppErrorData; news?: boolean; text?: string; busy?: boolean } = {}) {
  const onaction = vi.fn();
  await render(ErrorCard, { error: noCredit, onaction, ...props });
  return { onaction };
}

test('an error that just happened is spoken; one from yesterday is not', async () => {
  await setUp({ news: true });
  await expect.poll(() => page.getByRole('alert').query()?.textContent).toContain('no credit left');
  document.body.replaceChildren();
  await setUp();
  expect(page.getByRole('alert').query()).toBeNull();
});

test('the way on is a page of OpenAI’s or a button', async () => {
  const { onaction } = await setUp();
  const link = page.getByRole('link', { name: 'Add credit' });
  await expect.element(link).toHaveAttribute('href', links.billing);
  await expect.element(link).toHaveAttribute('target', '_blank');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Switch model' }).click();
  expect(onaction.mock.calls).toEqual([['retry'], ['switch-model']]);
});

test('Details shows status, request and the server’s words as text', async () => {
  await setUp();
  const button = page.getByRole('button', { name: 'Details' });
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByText('req_123')).toBeVisible();
  await expect.element(page.getByText('429')).toBeVisible();
  await expect.element(page.getByText('<b>You exceeded</b> your quota.')).toBeVisible();
});

test('Copy puts the facts on the clipboard', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await setUp();
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  expect(write.mock.calls[0]?.[0]).toContain('Request ID: req_123');
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  write.mockRestore();
});

test('one cannot ask again while an answer is being written', async () => {
  await setUp({ busy: true });
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeDisabled();
});
