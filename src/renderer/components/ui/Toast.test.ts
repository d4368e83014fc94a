import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Toast from './Toast.svelte';

async function setUp(stay: number) {
  const onaction = vi.fn();
  const ongone = vi.fn();
  await render(Toast, { text: 'Deleted.', action: 'Undo', stay, onaction, ongone });
  return { onaction, ongone };
}

test('it goes by itself', async () => {
  const { ongone } = await setUp(100);
  await vi.waitFor(() => expect(ongone).toHaveBeenCalled());
});

test('it waits while one is about to use it', async () => {
  const { onaction, ongone } = await setUp(300);
  (page.getByRole('button', { name: 'Undo' }).element() as HTMLElement).focus();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(ongone).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onaction).toHaveBeenCalledOnce();
});
