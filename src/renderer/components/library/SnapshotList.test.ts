import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SnapshotList from './SnapshotList.svelte';

const snapshot = { name: 'library-2026-11-27T03-55.sqlite', bytes: 2_000_000, rescued: false };

test('a backup is restored only once it has been said what becomes of the library', async () => {
  const onrestore = vi.fn();
  const screen = await render(SnapshotList, {
    snapshots: [{ ...snapshot, madeAt: Date.UTC(2026, 10, 27, 12), conversations: 3, messages: 1200 }],
    busy: false,
    warning: 'It becomes a backup first.',
    onrestore,
  });
  await expect.element(screen.getByText('3 chats, 1,200 messages, 2.0 MB')).toBeVisible();
  await screen.getByRole('button', { name: /^Restore the backup of 27 November 2026/ }).click();
  await expect.element(screen.getByText('It becomes a backup first.')).toBeVisible();
  expect(onrestore).not.toHaveBeenCalled();
  await screen.getByRole('button', { name: 'Restore it' }).click();
  expect(onrestore).toHaveBeenCalledWith(snapshot.name);
});
