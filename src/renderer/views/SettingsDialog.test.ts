import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { CallName } from '../../shared/contract';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { usualSettings } from '../../shared/settings';
import { About } from '../state/about.svelte';
import { Accounts } from '../state/accounts.svelte';
import { Drafts } from '../state/drafts';
import { fakeApi } from '../state/fake-api';
import { Navigation } from '../state/navigation.svelte';
import { SettingsState } from '../state/settings.svelte';
import { Updates } from '../state/updates.svelte';
import SettingsInContext from './SettingsInContext.svelte';
import '../styles/tokens.css';
import '../styles/base.css';

afterEach(() => speakFrom(() => english));

async function openSettings(accent: string | null = null) {
  const copied: string[] = [];
  const facts = { version: '1.2.3', electron: '45.4.1', chromium: '156', node: '24.9', sqlite: '3.51' };
  const answers: Partial<Record<CallName, unknown>> = {
    'system.accent': accent,
    'about.facts': { ...facts, os: 'Linux' },
    'about.diagnostics': 'Parley 1.2.3',
  };
  const { api, named } = fakeApi((name) => answers[name]);
  const settings = new SettingsState(api);
  settings.begin(usualSettings, 'linux');
  const navigation = new Navigation({ api, drafts: new Drafts(api) });
  navigation.settings = 'general';
  await render(SettingsInContext, {
    about: new About(api, (text) => Promise.resolve(void copied.push(text))),
    accounts: new Accounts(api),
    ...{ navigation, settings, updates: new Updates(api) },
  });
  return { copied, settings, navigation, changes: () => named('settings.change').map(({ input }) => input) };
}

const field = page.getByRole('combobox', { name: 'Search settings' });
const found = page.getByRole('listbox', { name: 'Settings that were found' });
const section = (name: string) => page.getByRole('heading', { name, level: 2 });

test('one begins to look for a setting by typing, and Enter leads to it in its section', async () => {
  await openSettings();
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('motion');
  await expect.element(found.getByRole('option', { name: 'Motion Appearance' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(section('Appearance')).toBeVisible();
  await expect.element(page.getByRole('radio', { name: 'System', exact: true }).last()).toHaveFocus();
  expect(document.activeElement?.closest('[data-found]')?.textContent).toMatch(/^\s*Motion/);
});

test('arrows go through what was found; Escape ends the search first, and then closes', async () => {
  const { navigation } = await openSettings();
  await userEvent.keyboard('system');
  await expect.element(found.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(found.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect.element(found.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Appearance' })).toBeVisible();
  expect(navigation.settings).toBe('general');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => navigation.settings).toBeNull();
});

test('what fits nothing is said', async () => {
  await openSettings();
  await userEvent.keyboard('teleport');
  await expect.element(page.getByText('Nothing is called “teleport”.')).toBeVisible();
  await expect.element(found).not.toBeInTheDocument();
});

test('in German one finds a setting by its German and by its English name', async () => {
  speakFrom(() => german);
  await openSettings();
  for (const typed of ['bewegung', 'motion', 'Darstellung animat']) {
    await page.getByRole('combobox', { name: 'Einstellungen durchsuchen' }).fill(typed);
    await expect.element(page.getByRole('option', { name: /^Bewegung/ })).toBeVisible();
  }
});

test('the language, the contrast and the density are chosen at once', async () => {
  const { navigation, changes } = await openSettings();
  await page.getByRole('combobox', { name: 'Language' }).selectOptions('Deutsch');
  navigation.settings = 'appearance';
  const choose = (group: string, name: string) =>
    page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name }).click();
  await choose('Contrast', 'More');
  await choose('Density', 'Compact');
  await choose('Motion', 'Reduced');
  expect(changes()).toEqual([
    { language: 'de' },
    { contrast: 'more' },
    { density: 'compact' },
    { motion: 'reduce' },
  ]);
});

test.each([
  ['#0078d4', /what is chosen\.$/],
  ['#744da9', /In dark the system’s colour could not be read/],
  ['#ffb900', /The system’s colour could not be read here/],
  [null, /This system has no colour of its own/],
])('of the system’s colour %s it is said whether it is used', async (accent, said) => {
  const { navigation } = await openSettings(accent);
  navigation.settings = 'appearance';
  await page.getByRole('group', { name: 'Accent colour' }).getByRole('radio', { name: 'System' }).click();
  await expect.element(page.getByText(said)).toBeVisible();
});

test('About tells the versions, copies diagnostics, and has the licence of every package', async () => {
  const { navigation, copied } = await openSettings();
  navigation.settings = 'about';
  await expect.element(page.getByText('1.2.3')).toBeVisible();
  await expect
    .element(page.getByText(/Electron 45\.4\.1 · Chromium 156 · Node 24\.9 · SQLite 3\.51/))
    .toBeVisible();
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect.element(page.getByRole('button', { name: 'Diagnostics copied' })).toBeVisible();
  expect(copied).toEqual(['Parley 1.2.3']);
  await page.getByRole('searchbox', { name: 'Find a package' }).fill('electron');
  await page.getByText(/^electron \d/).click();
  await expect.element(page.getByText(/Permission is hereby granted/).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a package' }).fill('no such package');
  await expect.element(page.getByText('No package of that name.')).toBeVisible();
});
