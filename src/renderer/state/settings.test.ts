import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { usualSettings } from '../../shared/settings';
import { fakeApi } from './fake-api';
import { SettingsState } from './settings.svelte';

const start = usualSettings;

test('a late answer does not take back a newer choice', async () => {
  const ends: { keep: (kept: unknown) => void; refuse: (why: unknown) => void }[] = [];
  const { api } = fakeApi(() => new Promise((keep, refuse) => ends.push({ keep, refuse })));
  const settings = new SettingsState(api);
  settings.begin(start, 'linux');
  const dark = settings.change({ theme: 'dark' });
  const light = settings.change({ theme: 'light' });
  const untitled = settings.change({ titles: false });
  ends[0]?.keep({ ...start, theme: 'dark' });
  await dark;
  expect(settings.current.theme).toBe('light');
  ends[1]?.refuse(new AppError('DISK_FAILED', 'Full.'));
  await light;
  expect(settings.current).toEqual({ ...start, theme: 'dark', titles: false });
  ends[2]?.keep(undefined);
  await untitled;
  expect(settings.current).toEqual({ ...start, theme: 'dark', titles: false });
});

test('a choice that could not be kept goes back and says why', async () => {
  const { api } = fakeApi(() => {
    throw new AppError('DISK_FAILED', 'Full.');
  });
  const settings = new SettingsState(api);
  settings.begin(start, 'linux');
  await settings.change({ askBeforeQuit: true, instructions: 'Be brief.' });
  expect(settings.current).toEqual(start);
  expect(settings.error?.code).toBe('DISK_FAILED');
});
