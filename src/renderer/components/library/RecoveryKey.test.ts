import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RecoveryKey from './RecoveryKey.svelte';

test('nothing is encrypted before the person says that the key is kept', async () => {
  const onencrypt = vi.fn();
  const screen = await render(RecoveryKey, {
    ...{ recoveryKey: 'ABCD-EFGH', busy: false, error: null, onencrypt, oncancel: vi.fn() },
  });
  await expect.element(screen.getByText('ABCD')).toBeVisible();
  const encrypt = screen.getByRole('button', { name: 'Encrypt my chats' });
  await expect.element(encrypt).toHaveAttribute('aria-disabled', 'true');
  (encrypt.element() as HTMLElement).click();
  expect(onencrypt).not.toHaveBeenCalled();
  await screen.getByLabelText('I have kept it in a safe place').click();
  await encrypt.click();
  expect(onencrypt).toHaveBeenCalledTimes(1);
});
