/** A proxy that is named in Settings: everything goes by it, at once, and a wrong one is told in plain words. */
import { startForwardProxy, type ForwardProxy } from '../fakes/forward-proxy.ts';
import { closedPort } from '../fakes/unreachable.ts';
import { expect, insteadOfOpenAi, testAtOpenAi as base, type Parley } from './parley.ts';

const test = base.extend<{ forward: ForwardProxy }>({
  forward: async ({ openAi }, use) => {
    const proxy = await startForwardProxy({ hosts: { 'api.openai.com:443': openAi.port } });
    await use(proxy);
    await proxy.close();
  },
});

async function nameProxy({ page }: Parley, address: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Network' }).click();
  await page.getByRole('radio', { name: 'This one' }).check();
  await page.getByRole('textbox', { name: 'Proxy address' }).fill(address);
  await page.getByRole('button', { name: 'Use this proxy' }).click();
}

test('a question goes by the proxy that is named, and by none once none is wanted', async ({
  openAi,
  parley,
  forward: proxy,
}) => {
  const { page } = parley;
  await nameProxy(parley, 'ftp://proxy');
  await expect(page.getByRole('alert')).toContainText('begins with http://');
  const { host } = new URL(proxy.address);
  await page.getByRole('textbox', { name: 'Proxy address' }).fill(host);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Proxy address' })).toHaveValue(proxy.address);
  await page.getByRole('button', { name: 'Test' }).click();
  await expect(page.getByText(`To api.openai.com by the proxy ${host}.`)).toBeVisible();
  await expect(page.getByText(/It answered in [\d,]+ ms\./)).toBeVisible();
  await page.keyboard.press('Escape');
  const before = proxy.requests.length;
  await parley.askAndHear('Why is the sky blue?');
  expect(proxy.requests.length).toBeGreaterThan(before);
  expect(new Set(proxy.requests)).toEqual(new Set(['CONNECT api.openai.com:443']));

  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Network' }).click();
  await page.getByRole('radio', { name: 'None' }).check();
  await page.keyboard.press('Escape');
  const until = proxy.requests.length;
  await parley.askAndHear('And red?');
  expect(proxy.requests).toHaveLength(until);
  expect(openAi.questions.length).toBeGreaterThan(1);
});

test('a proxy that is down has a card of its own, which leads to where it is set', async ({ parley }) => {
  await nameProxy(parley, `http://127.0.0.1:${await closedPort()}`);
  await parley.page.keyboard.press('Escape');
  await parley.ask('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText('The proxy cannot be reached.');
  await parley.button('Network settings').click();
  await expect(parley.page.getByRole('radio', { name: 'This one' })).toBeChecked();
});

test('a proxy that asks for a password gets it from the keychain, also after a restart', async ({
  openAi,
  parley,
  start,
}) => {
  const proxy = await startForwardProxy({
    ...{ hosts: { 'api.openai.com:443': openAi.port }, password: 'ann:pass word' },
  });
  try {
    await nameProxy(parley, proxy.address);
    await parley.page.keyboard.press('Escape');
    await parley.ask('Why is the sky blue?');
    await expect(parley.lastMessage).toContainText('The proxy asks for a password.');
    await parley.lastMessage.getByRole('button', { name: 'Network settings' }).click();
    await parley.page.getByRole('textbox', { name: 'User name' }).fill('ann');
    await parley.page.getByLabel('Password', { exact: true }).fill('pass word');
    await parley.button('Use this proxy').click();
    await expect(parley.page.getByText(/^A password is kept\./)).toBeVisible();
    await parley.page.keyboard.press('Escape');
    await parley.askAndHear('And red?');
    await expect(parley.lastMessage).not.toContainText('password');
    await parley.quit();

    const again = await start(...insteadOfOpenAi(openAi.port));
    const before = openAi.questions.length;
    await again.askAndHear('And green?');
    expect(openAi.questions.length).toBeGreaterThan(before);
  } finally {
    await proxy.close();
  }
});
