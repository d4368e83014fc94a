import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Authority, CertificateFacts } from '../../../shared/certificate';
import { AppError } from '../../../shared/errors';
import type { Account } from '../../../shared/model';
import { dateFormat, speakFrom } from '../../../shared/words';
import { english } from '../../../shared/words/english';
import { german } from '../../../shared/words/german';
import { Accounts } from '../../state/accounts.svelte';
import { fakeApi } from '../../state/fake-api';
import CertificateInContext from './CertificateInContext.svelte';

afterEach(() => speakFrom(() => english));

const facts: CertificateFacts = {
  ...{ subject: 'Corp Root', issuer: 'Corp Trust', fingerprint: 'AB:CD:EF' },
  validTo: Date.UTC(2031, 4, 17, 12),
};
const account: Account = {
  ...{ id: 'a', name: 'Corp', address: 'https://llm.corp:8443/v1', needsKey: true, authority: null },
  ...{ organization: null, project: null, api: 'chat', defaultModel: 'm', isDefault: true },
};

/** As in the words of the person's own country. */
const onDay = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });

/** Main keeps what it is told to, of the file that `open` gives. */
async function setUp({
  authority = null,
  open = () => ({ pem: 'PEM', facts }),
}: { authority?: CertificateFacts | null; open?: () => Authority | null } = {}) {
  const { api, named } = fakeApi((name, input) => {
    if (name === 'accounts.openAuthority') return open();
    const { changes } = input as { changes: { authority: string | null } };
    return [{ ...account, authority: changes.authority === null ? null : facts }];
  });
  const accounts = new Accounts(api);
  accounts.begin([{ ...account, authority }], { keyHint: null, address: '' });
  await render(CertificateInContext, { accounts });
  return { changes: () => named('accounts.change').map(({ input }) => input) };
}

const button = (name: string) => page.getByRole('button', { name });

test('a file that is chosen is kept for this account, and what it says is shown', async () => {
  const { changes } = await setUp();
  await expect.element(page.getByText(/^Only certificates that the system trusts/)).toBeVisible();
  expect(button('Remove certificate').query()).toBeNull();
  await button('Choose a file…').click();
  await expect.element(page.getByText(/^Good for llm\.corp only, beside those/)).toBeVisible();
  expect(changes()).toEqual([{ id: 'a', changes: { authority: 'PEM' } }]);
  const told = (term: string) =>
    page
      .getByRole('definition')
      .elements()
      .find(({ previousElementSibling }) => previousElementSibling?.textContent === term)?.textContent;
  expect(['For', 'Issued by', 'Good until', 'SHA-256'].map(told)).toEqual([
    'Corp Root',
    'Corp Trust',
    onDay(facts.validTo),
    'AB:CD:EF',
  ]);
});

test('it can be taken away again', async () => {
  const { changes } = await setUp({ authority: facts });
  await button('Remove certificate').click();
  await expect.element(button('Choose a file…')).toBeVisible();
  expect(page.getByText('AB:CD:EF').query()).toBeNull();
  expect(changes()).toEqual([{ id: 'a', changes: { authority: null } }]);
});

test('where one would rather choose none, nothing is changed', async () => {
  const { changes } = await setUp({ authority: facts, open: () => null });
  await button('Choose another…').click();
  await expect.element(button('Choose another…')).toHaveAttribute('aria-disabled', 'false');
  expect(changes()).toEqual([]);
  await expect.element(page.getByText('AB:CD:EF')).toBeVisible();
});

test('a file that is of no use is told in plain words, and what was there stays', async () => {
  const at = Date.UTC(2025, 0, 2, 12);
  const { changes } = await setUp({
    authority: facts,
    open: () => {
      throw new AppError('CERTIFICATE_REFUSED', 'No.', {
        details: { certificate: { problem: 'expired', at } },
      });
    },
  });
  await button('Choose another…').click();
  const alert = page.getByRole('alert');
  await expect
    .element(alert)
    .toHaveTextContent(
      `This certificate cannot be used. It was good until ${onDay(at)}. Ask for a newer one.`,
    );
  expect(changes()).toEqual([]);
  await expect.element(page.getByText('AB:CD:EF')).toBeVisible();
});

test('it speaks German, too', async () => {
  speakFrom(() => german);
  await setUp({ authority: facts });
  await expect.element(page.getByText('17. Mai 2031')).toBeVisible();
});
