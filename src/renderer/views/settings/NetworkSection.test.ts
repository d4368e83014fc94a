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
import { Network } from '../../state/network.svelte';
import { SettingsState } from '../../state/settings.svelte';
import NetworkInContext from './NetworkInContext.svelte';

afterEach(() => speakFrom(() => english));

const account: Account = {
  ...{ id: 'a', name: 'Work', address: OPENAI_ADDRESS, needsKey: true, organization: null, project: null },
  ...{ api: 'responses', defaultModel: 'gpt-6.2-sol', isDefault: true },
};

async function setUp(
  found: Partial<NetworkTest> = {},
  { proxy = usualSettings.proxy, refuses = false, more = [] as Account[] } = {},
) {
  const result: NetworkTest = { host: 'api.openai.com', way: 'DIRECT', ms: 1234, error: null, ...found };
  let passwords = proxy.user === undefined ? 0 : 1;
  const { api, named, calls } = fakeApi((name, input) => {
    if (name === 'network.test') return result;
    if (name === 'network.hasPassword') return passwords > 0;
    if (name === 'network.forgetPassword') passwords = 0;
    if (name !== 'network.keepPassword') return undefined;
    const { keepIn } = input as { keepIn: string };
    if (refuses && keepIn === 'keychain') throw new AppError('KEYCHAIN_UNAVAILABLE', 'None answers.');
    passwords = 1;
    return undefined;
  });
  const accounts = new Accounts(api);
  accounts.begin([account, ...more], { keyHint: null, address: '' });
  const settings = new SettingsState(api);
  settings.begin({ ...usualSettings, proxy }, 'linux');
  await render(NetworkInContext, { accounts, network: new Network(api), settings });
  return { calls, named, changes: () => named('settings.change').map(({ input }) => input) };
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

test('another account’s way can be tested, where there is more than one', async () => {
  const home = { ...account, id: 'b', name: 'Home', isDefault: false };
  const { named } = await setUp({}, { more: [home] });
  await page.getByRole('combobox', { name: 'Account to test' }).selectOptions('Home');
  await expect.element(page.getByText('One free request to Home.')).toBeVisible();
  await page.getByRole('button', { name: 'Test' }).click();
  await expect.element(page.getByText(/^Straight to api/)).toBeVisible();
  expect(named('network.test')).toMatchObject([{ input: { accountId: 'b' } }]);
});

const user = page.getByRole('textbox', { name: 'User name' });
const password = page.getByLabelText('Password');
const named = { mode: 'manual', server: 'http://proxy:3128', bypass: '' } as const;

test('a password is kept before its proxy is used, and stands in no setting and no field', async () => {
  const { calls, changes } = await setUp({}, { proxy: named });
  expect(password.query()).toBeNull();
  await userEvent.fill(user, 'ann:x');
  await userEvent.click(use);
  await expect.element(page.getByRole('alert').getByText('A user name has no colon.')).toBeVisible();
  await userEvent.fill(user, 'ann');
  await userEvent.fill(password, 'pass word');
  await userEvent.click(use);
  await expect.element(page.getByText(/^A password is kept\./)).toBeVisible();
  await expect.element(password).toHaveValue('');
  expect(calls.map(({ name }) => name).filter((name) => /keep|settings/.test(name))).toEqual([
    'network.keepPassword',
    'settings.change',
  ]);
  expect(changes()).toEqual([{ proxy: { ...named, user: 'ann' } }]);
  expect(JSON.stringify(changes())).not.toContain('pass word');
});

test('a password that is there can be removed', async () => {
  const { named: asked } = await setUp({}, { proxy: { ...named, user: 'ann' } });
  await page.getByRole('button', { name: 'Remove password' }).click();
  await expect.element(page.getByText(/^It is kept in the system’s keychain/)).toBeVisible();
  expect(asked('network.forgetPassword')).toMatchObject([{ input: { server: named.server, user: 'ann' } }]);
});

test('a proxy that is left takes its password along', async () => {
  const { named: asked } = await setUp({}, { proxy: { ...named, user: 'ann' } });
  await userEvent.fill(user, '');
  await userEvent.click(use);
  await expect.poll(() => asked('network.forgetPassword').length).toBe(1);
  expect(asked('network.forgetPassword')[0]?.input).toEqual({ server: named.server, user: 'ann' });
});

test('where no keychain answers, a password can be kept for this run', async () => {
  const { named: asked, changes } = await setUp({}, { proxy: named, refuses: true });
  await userEvent.fill(user, 'ann');
  await userEvent.fill(password, 'secret');
  await userEvent.click(use);
  await page.getByRole('button', { name: /for this run only/ }).click();
  await expect.poll(() => changes().length).toBe(1);
  expect(asked('network.keepPassword').at(-1)?.input).toMatchObject({ keepIn: 'run', password: 'secret' });
});

test('it speaks German, too', async () => {
  speakFrom(() => german);
  await setUp();
  await expect.element(page.getByRole('radio', { name: 'Keiner' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Testen' })).toBeVisible();
});
