import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { type Check, type Examination, type Finding, freeChecks } from '../../shared/doctor';
import { AppError } from '../../shared/errors';
import { links, OPENAI_ADDRESS } from '../../shared/links';
import type { Account } from '../../shared/model';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { Accounts } from '../state/accounts.svelte';
import { Doctor } from '../state/doctor.svelte';
import { fakeApi } from '../state/fake-api';
import DoctorInContext from './DoctorInContext.svelte';

afterEach(() => speakFrom(() => english));

const account: Account = {
  ...{ id: 'a', name: 'Work', address: OPENAI_ADDRESS, needsKey: true, organization: null, project: null },
  ...{ api: 'responses', defaultModel: 'gpt-6.2-sol', isDefault: true },
};

const found = (check: Check, reason: Finding['reason'], more: Partial<Finding> = {}): Finding => ({
  ...{ check, verdict: 'fine', reason, host: 'api.openai.com', model: 'gpt-6.2-sol' },
  ...{ error: null, limits: null, page: null, ...more },
});
const inOrder = (): Examination => ({
  findings: [found('address', 'reached'), found('key', 'accepted'), found('model', 'listed')],
  ...{ micros: 600, mayAsk: true },
});
const answered: readonly Finding[] = [
  found('streaming', 'unverified', { verdict: 'problem', page: 'organization' }),
  found('summaries', 'no-thoughts', { verdict: 'unknown' }),
  found('credit', 'credit'),
  found('limits', 'room', { limits: { requests: { left: 499, of: 500, resetMs: 120 }, tokens: null } }),
];

interface Main {
  readonly look?: () => Examination | Promise<Examination>;
  readonly ask?: () => readonly Finding[] | Promise<readonly Finding[]>;
  readonly address?: string;
}

async function setUp({ look = inOrder, ask = () => answered, address = OPENAI_ADDRESS }: Main = {}) {
  const { api, named } = fakeApi((name) => (name === 'doctor.look' ? look() : ask()));
  const accounts = new Accounts(api);
  accounts.begin([{ ...account, address }], { keyHint: null, address: '' });
  const doctor = new Doctor(api);
  const looked = doctor.look('a');
  await render(DoctorInContext, { accounts, doctor });
  return { doctor, looked, named };
}

const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
/** All of a step's words, those for screen readers among them. */
const told = (name: string) => expect.poll(() => step(name).query()?.textContent.replaceAll(/\s+/g, ' '));
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** A promise, and what fulfils it. */
function held<T>() {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (give = resolve));
  return { promise, give: (value: T) => give(value) };
}

test('each step is in sight before anything is known, and those that are looked at say so', async () => {
  const examination = held<Examination>();
  await setUp({ look: () => examination.promise });
  await expect.element(page.getByRole('dialog', { name: 'Check of Work' })).toBeVisible();
  for (const name of ['Address and certificate', 'Key', 'Default model']) {
    await expect.element(step(name)).toHaveAttribute('aria-busy', 'true');
    await told(name).toMatch(/Looking…/);
  }
  await told('Credit').toMatch(/Only a question can tell\./);
  await expect.element(button('Check again')).toHaveAttribute('aria-disabled', 'true');
  examination.give(inOrder());
  await told('Address and certificate').toMatch(/: Fine .*has proved who it is\./);
  await told('Key').toMatch(/The key is accepted\./);
  await told('Default model').toMatch(/gpt-6\.2-sol is in the list of models\./);
});

test('a problem is told with the page that fixes it, and no question is offered that would not help', async () => {
  const refused = found('key', 'revoked', { verdict: 'problem', page: 'keys' });
  const unseen = found('model', 'unseen', { verdict: 'unknown' });
  await setUp({
    look: () => ({ findings: [found('address', 'reached'), refused, unseen], micros: 600, mayAsk: false }),
  });
  await told('Key').toMatch(/: Problem .*was withdrawn\. Make a new key\./);
  const link = step('Key').getByRole('link', { name: 'API keys' });
  await expect.element(link).toHaveAttribute('href', links.keys);
  await told('Default model').toMatch(/: Could not tell .*has to work first/);
  expect(button(/tiny question/).query()).toBeNull();
});

test('a question says what it costs before it is asked, is asked once, and fills in the rest', async () => {
  const findings = held<readonly Finding[]>();
  const { named } = await setUp({ ask: () => findings.promise });
  await button('Also ask a tiny question (≈ $0.0006)').click();
  await expect.element(button('Asking…')).toHaveAttribute('aria-disabled', 'true');
  await told('Answers word by word').toMatch(/Looking…/);
  await button('Asking…').click({ force: true });
  expect(named('doctor.ask')).toHaveLength(1);
  findings.give(answered);
  await told('Answers word by word').toMatch(/: Problem .*must be verified/);
  const link = step('Answers word by word').getByRole('link', { name: 'Organization' });
  await expect.element(link).toHaveAttribute('href', links.organization);
  await told('Credit').toMatch(/There is credit/);
  await told('Limits').toMatch(/499 of 500 requests left, whole again in 120 ms/);
  expect(button(/tiny question/).query()).toBeNull();
});

test('where nobody knows the price that is said, too', async () => {
  await setUp({ look: () => ({ ...inOrder(), micros: null }) });
  await expect.element(button('Also ask a tiny question (price unknown)')).toBeVisible();
});

test('an address without encryption is not said to have proved anything', async () => {
  await setUp({ address: 'http://localhost:11434/v1' });
  await told('Address and certificate').toMatch(/answers, without encryption\./);
});

test('a certificate that nobody vouches for is told by the first step, and nothing after it', async () => {
  const error = new AppError('TLS_FAILED', 'No.', { details: { host: 'llm.corp' } }).toData();
  const untold = freeChecks.slice(1).map((check) => found(check, 'unseen', { verdict: 'unknown' }));
  const failed = found('address', 'failed', { verdict: 'problem', error, host: 'llm.corp' });
  await setUp({ look: () => ({ findings: [failed, ...untold], micros: null, mayAsk: false }) });
  await told('Address and certificate').toMatch(/: Problem .*llm\.corp/);
  await told('Key').toMatch(/An earlier step has to work first\./);
});

test('a check that could not be made says why, and can be made again', async () => {
  let tries = 0;
  const { named } = await setUp({
    look: () => {
      tries += 1;
      if (tries === 1) throw new AppError('LIBRARY_CLOSED', 'Closed.');
      return inOrder();
    },
  });
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(button('Copy the result')).toHaveAttribute('aria-disabled', 'true');
  await button('Check again').click();
  await told('Key').toMatch(/The key is accepted\./);
  expect(page.getByRole('alert').query()).toBeNull();
  expect(named('doctor.look')).toHaveLength(2);
});

test('what was found can be copied, without the words in which a server repeats a key', async () => {
  const error = new AppError('BAD_API_KEY', 'No.', {
    details: { serverMessage: 'Incorrect API key provided: sk-proj-4fQx.' },
  }).toData();
  const refused = found('key', 'refused', { verdict: 'problem', error, page: 'keys' });
  const { looked } = await setUp({
    look: () => ({ findings: [found('address', 'reached'), refused], micros: null, mayAsk: false }),
  });
  await looked;
  const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await button('Copy the result').click();
  await expect.element(button('Copied')).toBeVisible();
  const item = write.mock.calls[0]?.[0][0];
  const copied = item ? await (await item.getType('text/plain')).text() : writeText.mock.calls[0]?.[0];
  expect(copied?.split('\n')).toEqual([
    'Check of Work',
    OPENAI_ADDRESS,
    'Address and certificate: Fine. api.openai.com answers, and has proved who it is.',
    'Key: Problem. The key is not known. It may be mistyped, deleted, or of another server.',
  ]);
  expect(document.body.textContent).not.toContain('sk-proj');
  write.mockRestore();
  writeText.mockRestore();
});

test('closing it forgets the account, so that what arrives later shows nowhere', async () => {
  const examination = held<Examination>();
  const { doctor, looked } = await setUp({ look: () => examination.promise });
  await button('Close the check').click();
  await expect.poll(() => doctor.accountId).toBeNull();
  examination.give(inOrder());
  await looked;
  expect(doctor.findings).toEqual([]);
  expect(page.getByRole('dialog').query()).toBeNull();
});

test('it speaks German, too', async () => {
  speakFrom(() => german);
  await setUp();
  await expect.element(button('Noch einmal prüfen')).toBeVisible();
  await expect.element(step('Guthaben')).toBeVisible();
});
