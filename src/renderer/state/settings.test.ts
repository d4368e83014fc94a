import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { fakeApi } from './fake-api';
import { SettingsState } from './settings.svelte';

test('a late answer does not take back a newer choice', async () => {
  const ends: { keep: (kept: unknown) => void; refuse: (why: unknown) => void }[] = [];
  const { api } = fakeApi(() => new Promise((keep, refuse) => ends.push({ keep, refuse })));
  const settings = new SettingsState(api);
  settings.begin({ theme: 'system', defaultModel: 'gpt-6.2-sol' }, 'linux');
  const dark = settings.change({ theme: 'dark' });
  const light = settings.change({ theme: 'light' });
  const luna = settings.change({ defaultModel: 'gpt-6-luna' });
  ends[0]?.keep({ theme: 'dark', defaultModel: 'gpt-6.2-sol' });
  await dark;
  expect(settings.current.theme).toBe('light');
  ends[1]?.refuse(new AppError('DISK_FAILED', 'Full.'));
  await light;
  expect(settings.current).toEqual({ theme: 'dark', defaultModel: 'gpt-6-luna' });
  ends[2]?.keep(undefined);
  await luna;
  expect(settings.current).toEqual({ theme: 'dark', defaultModel: 'gpt-6-luna' });
});
