import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { NetworkTest } from '../../../shared/contract/network';
import { AppError } from '../../../shared/errors';
import { OPENAI_ADDRESS } from '../../../shared/links';
import type { Account } from '../../../shared/model';
import { usualSettings } from '../../../shared/settings';
import { speakFrom } from '../../../shared/words';
import { english } from '../../../shared/words/english';
import { german } from '../../../shared/words/german';
import { Accounts } from '../../state/accounts.svelte';
import { fakeApi } from '../../state/fake-api';
import { SettingsState } from '../../state/settings.svelte';
import NetworkInContext from './NetworkInContext.svelte';

afterEach(() => speakFrom(() => english));

const account: Account = {
  ...{ id: 'a', name: 'Work', address: OPENAI_ADDRESS, needsKey: true, organization: null, project: null },
  ...{ api: 'responses', defaultModel: 'gpt-6.2-sol', isDefault: true },
};

async function setUp(found: Partial<NetworkTest> = {}) {
  const result: NetworkTest = { host: 'api.openai.com', way: 'DIRECT', ms: 1234, error: null, ...found };
  const { api, named } = fakeApi((name) => (name === 'network.test' ? result : undefined));
  const accounts = new Accounts(api);
  accounts.begin([account], { keyHint: null, address: '' });
  const settings = new SettingsState(api);
  settings.begin(usualSettings, 'linux');
  await render(NetworkInContext, { accounts, settings });
  return { changes: () => named('settings.change').map(({ input }) => input) };
}

const address = page.getByRole('textbox', { name: 'Proxy address' });
const hosts = page.getByRole('textbox', { name: 'Hosts without the proxy' });
const use = page.getByRole('button', { name: 'Use this proxy' });

test('a proxy is used once it is whole, and what is wrong is said beside the field', async () => {
  const { changes } = await setUp();
  await page.getByRole('radio', { name: 'This one' }).click();
  await expect.element(address).not.toHaveAttribute('aria-invalid');
  await userEvent.click(use);
  await expect.element(page.getByRole('alert').getByText(/Write the proxy’s address/)).toBeVisible();
  await userEvent.fill(address, 'http://proxy');
  await expect.element(page.getByRole('alert').getByText(/A port is missing/)).toBeVisible();
  await userEvent.fill(address, 'proxy:3128');
  await userEvent.fill(hosts, '*.corp no/host/here');
  await expect.element(page.getByRole('alert').getByText(/“no\/host\/here” is no host\./)).toBeVisible();
  expect(changes()).toEqual([]);
  await userEvent.fill(hosts, '*.corp  localhost');
  await userEvent.click(use);
  expect(changes()).toEqual([
    { proxy: { mode: 'manual', server: 'http://proxy:3128', bypass: '*.corp, localhost' } },
  ]);
  await expect.element(use).toHaveAttribute('aria-disabled', 'true');
});

test('no proxy is chosen with one click', async () => {
  const { changes } = await setUp();
  await page.getByRole('radio', { name: 'None' }).click();
  expect(changes()).toEqual([{ proxy: { mode: 'none', server: '', bypass: '' } }]);
});

test('a test tells the way and how long it took', async () => {
  await setUp();
  await page.getByRole('button', { name: 'Test' }).click();
  await expect
    .element(page.getByText(/^Straight to api/))
    .toHaveTextContent('Straight to api.openai.com. It answered in 1,234 ms.');
});

test('a test that failed tells by which proxy, and why', async () => {
  const error = new AppError('PROXY_PASSWORD', '407', { details: { host: 'api.openai.com' } }).toData();
  await setUp({ way: 'PROXY proxy:3128; DIRECT', error });
  await page.getByRole('button', { name: 'Test' }).click();
  await expect
    .element(page.getByText(/by the proxy proxy:3128\./))
    .toHaveTextContent('To api.openai.com by the proxy proxy:3128. It failed after 1,234 ms.');
  await expect.element(page.getByRole('alert').getByText(/The proxy asks for a password\./)).toBeVisible();
});

test('it speaks German, too', async () => {
  speakFrom(() => german);
  await setUp();
  await expect.element(page.getByRole('radio', { name: 'Keiner' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Testen' })).toBeVisible();
});
