import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { UpdateState } from '../../../shared/updates';
import { fakeApi } from '../../state/fake-api';
import { SettingsState } from '../../state/settings.svelte';
import { Updates } from '../../state/updates.svelte';
import UpdatesInContext from './UpdatesInContext.svelte';

const release = { version: '0.2.0', notes: 'Now **faster**, ![x](https://elsewhere.example/x.png).' };

async function show(state: UpdateState) {
  const { api, named } = fakeApi((name) => (name.startsWith('updates.') ? state : undefined));
  const settings = new SettingsState(api);
  const updates = new Updates(api);
  await updates.read();
  const { container } = await render(UpdatesInContext, { settings, updates });
  const line = page.getByTestId('line');
  const hear = (next: UpdateState) => updates.receive({ name: 'updates.changed', state: next });
  return { container, line, named, settings, hear };
}

test('an app that cannot renew itself does not speak of it', async () => {
  const { container } = await show({ kind: 'off' });
  expect(container.textContent.trim()).toBe('');
});

test('one is asked once, in a line, and either answer ends the question', async () => {
  const { line, named } = await show({ kind: 'idle', checkedAt: null });
  await expect.element(line.getByText('May Parley look for new versions once a day?')).toBeVisible();
  await line.getByRole('button', { name: 'No' }).click();
  expect(named('settings.change')[0]?.input).toEqual({ updates: false });
  expect(named('updates.check')).toEqual([]);
  await expect.element(line.getByRole('button')).not.toBeInTheDocument();
});

test('what is new is shown as an answer would be: it draws, and fetches nothing', async () => {
  const { container, named } = await show({ kind: 'available', release });
  await expect.element(page.getByText('Version 0.2.0 is available.')).toBeVisible();
  await expect.element(page.getByText('faster')).toBeVisible();
  expect(container.querySelector('strong')?.textContent).toBe('faster');
  expect(container.querySelector('img')).toBeNull();
  await page.getByRole('button', { name: 'Download' }).click();
  expect(named('updates.download')).toHaveLength(1);
});

test('how far it is, that it is ready, what it waits for and why it failed are each said', async () => {
  const { hear, line, named } = await show({ kind: 'downloading', release, percent: 40 });
  await expect.element(page.getByText('Downloading version 0.2.0 (40%)')).toBeVisible();
  hear({ kind: 'ready', release, waitsFor: null });
  await expect.element(line.getByText('Version 0.2.0 is ready.')).toBeVisible();
  await line.getByRole('button', { name: 'Restart and update' }).click();
  expect(named('updates.install')).toHaveLength(1);
  hear({ kind: 'ready', release, waitsFor: 'answer' });
  await expect
    .element(line.getByText('An answer is still being written. Restart when it is done.'))
    .toBeVisible();
  hear({ kind: 'failed', why: 'refused' });
  await expect.element(page.getByText(/was thrown away\. This version goes on working\./)).toBeVisible();
});
