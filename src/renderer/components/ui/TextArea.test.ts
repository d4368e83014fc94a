import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TextArea from './TextArea.svelte';

async function setUp() {
  const onkeep = vi.fn();
  const { unmount } = await render(TextArea, { label: 'Instructions', start: 'Be brief.', onkeep });
  return { onkeep, unmount, field: page.getByRole('textbox', { name: 'Instructions' }) };
}

test('what is typed is kept while one types', async () => {
  const { onkeep, field } = await setUp();
  await userEvent.fill(field, 'Be long.');
  expect(onkeep).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onkeep).toHaveBeenCalledExactlyOnceWith('Be long.'));
});

test('what was typed last is kept when the field goes, and when the window does', async () => {
  const { onkeep, unmount, field } = await setUp();
  await userEvent.fill(field, 'Be long.');
  window.dispatchEvent(new Event('beforeunload'));
  expect(onkeep).toHaveBeenLastCalledWith('Be long.');
  await userEvent.fill(field, 'Be longer.');
  await unmount();
  expect(onkeep).toHaveBeenLastCalledWith('Be longer.');
  expect(onkeep).toHaveBeenCalledTimes(2);
});

test('what was not changed is not kept again', async () => {
  const { onkeep, unmount } = await setUp();
  await unmount();
  expect(onkeep).not.toHaveBeenCalled();
});
