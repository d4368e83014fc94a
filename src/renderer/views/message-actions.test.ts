import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Account, Message } from '../../shared/model';
import { noSpending } from '../../shared/money';
import { Accounts } from '../state/accounts.svelte';
import { Doctor } from '../state/doctor.svelte';
import { Drafts } from '../state/drafts';
import { fakeApi } from '../state/fake-api';
import { Library } from '../state/library.svelte';
import { Models } from '../state/models.svelte';
import { Navigation } from '../state/navigation.svelte';
import { SettingsState } from '../state/settings.svelte';
import { ChatActions } from './message-actions';

const account: Account = {
  ...{
    id: 'account',
    name: 'OpenAI',
    address: 'https://api.openai.com/v1',
    needsKey: true,
    api: 'responses',
  },
  ...{ organization: null, project: null, defaultModel: 'gpt-6.2-sol', isDefault: true },
};
const base: Message = {
  ...{ id: 'q1', conversationId: 'trip', parentId: null, role: 'user', text: 'Where to?', parts: [] },
  ...{ status: 'done', model: null, tokens: null, compacted: false, error: null, createdAt: 1 },
};
const tooLong = new AppError('TOO_LONG', 'Too long.').toData();
const answer = (id: string, parentId: string): Message => ({
  ...{ ...base, id, parentId, role: 'assistant', text: 'Lisbon.', model: 'gpt-6.2-sol' },
});
const first = answer('a1', 'q1');
const second: Message = { ...answer('a2', 'q2'), text: '', status: 'failed', error: tooLong };
const messages = [base, first, { ...base, id: 'q2', parentId: 'a1', text: 'And then?' }, second];
const options = { accountId: null, instructions: 'Be brief.', effort: null, verbosity: null };

function setUp(api: Account['api'] = 'responses', askedBy: readonly string[] = []) {
  const main = fakeApi((name) => {
    if (name === 'conversations.open')
      return { messages, leafId: 'a2', options, waiting: null, spending: noSpending };
    if (name === 'conversations.summarise') return { text: 'We spoke of Lisbon.' };
    if (name === 'messages.delete')
      return { messages: messages.slice(0, 3), leafId: 'q2', options, waiting: null, spending: noSpending };
    if (name === 'receipts.of') return askedBy.map((accountId) => ({ accountId }));
    return undefined;
  });
  const accounts = new Accounts(main.api);
  accounts.begin(
    [
      { ...account, api },
      { ...account, id: 'other', isDefault: false },
    ],
    { keyHint: null, address: account.address },
  );
  const models = new Models(main.api, accounts);
  const navigation = new Navigation({ api: main.api, drafts: new Drafts(main.api) });
  navigation.resume('trip', {
    messages,
    leafId: 'a2',
    options,
    waiting: null,
    spending: noSpending,
    before: null,
  });
  const library = new Library(main.api);
  const settings = new SettingsState(main.api);
  const model = () => 'gpt-6.2-sol';
  const reader = { dollarMaths: true };
  const doctor = new Doctor(main.api);
  const deps = { accounts, doctor, library, models, navigation, settings, reader, model };
  return { ...main, doctor, navigation, actions: new ChatActions(deps) };
}

test.each([
  ['responses', true],
  ['chat', false],
] as const)('a chat can be made compact where the server speaks %s: %s', (api, offered) => {
  const { actions } = setUp(api);
  expect(actions.offers('compact', second)).toBe(offered);
  expect(actions.offers('summarise', second)).toBe(true);
});

test('a first question that is too long can only be put in fewer words, or to a bigger model', () => {
  const { actions } = setUp();
  const refused = { ...first, error: tooLong };
  expect(
    (['compact', 'summarise', 'bigger-model', 'edit'] as const).filter((way) => actions.offers(way, refused)),
  ).toEqual(['bigger-model', 'edit']);
});

test.each([
  ['the one that was asked last', ['account', 'other'], 'other'],
  ['the chat’s, where the one that was asked is gone', ['removed'], 'account'],
  ['the chat’s, where nobody was asked', [], 'account'],
] as const)('from an error one comes to the check of %s', async (_, askedBy, checked) => {
  const { actions, doctor, named } = setUp('responses', askedBy);
  actions.act('check-account', second);
  await vi.waitFor(() => expect(doctor.accountId).toBe(checked));
  expect(named('receipts.of')[0]?.input).toEqual({ messageId: 'a2' });
  expect(named('doctor.look')[0]?.input).toEqual({ accountId: checked });
});

test('a summary begins a new chat that asks as this one did, and waits to be sent', async () => {
  const { actions, navigation, named } = setUp();
  actions.act('summarise', second);
  await vi.waitFor(() => expect(navigation.chat.conversationId).not.toBe('trip'));
  expect(navigation.chat.typed.box).toBe('We spoke of Lisbon.\n\nAnd then?');
  expect(navigation.chat.options.instructions).toBe('Be brief.');
  expect(navigation.chat.model).toBe('gpt-6.2-sol');
  expect(named('turn.start')).toEqual([]);
});

test('a summary takes nothing away that was typed in a new chat before', async () => {
  const { actions, navigation } = setUp();
  navigation.newChat();
  navigation.chat.typed.box = 'Half a thought';
  navigation.open('trip');
  await vi.waitFor(() => expect(navigation.chat.loaded).toBe(true));
  actions.act('summarise', second);
  await vi.waitFor(() => expect(navigation.chat.conversationId).not.toBe('trip'));
  expect(navigation.chat.typed.box).toBe('Half a thought\n\nWe spoke of Lisbon.\n\nAnd then?');
});

test('an edit that one comes back to goes on where it was left', () => {
  const { actions, navigation } = setUp();
  const [q1, , q2] = messages as [Message, Message, Message];
  actions.edit(q1, q1.text);
  actions.edit(q1, 'Where to, in May?');
  actions.edit(q2, q2.text);
  expect(navigation.chat.typed.edit).toEqual({ questionId: 'q2', text: 'And then?' });
  actions.edit(q1, q1.text);
  expect(navigation.chat.typed.edit?.text).toBe('Where to, in May?');
  actions.edit(q1, '');
  expect(navigation.chat.typed.edit?.text).toBe('');
});

test('another answer can think as long as the model knows how to, and the choice stays', async () => {
  const { actions, navigation, named } = setUp();
  expect(actions.againWith(second).map(({ group }) => group)).not.toContain('Answer again, thinking');
  actions
    .againWith(second)
    .find(({ id }) => id === 'model gpt-6.2-sol')
    ?.onselect();
  expect(navigation.chat.model).toBe('gpt-6.2-sol');
  await vi.waitFor(() => expect(named('turn.again')[0]?.input).toMatchObject({ questionId: 'q2' }));
});

test('a deleted message is taken from what is shown, and can be taken back', async () => {
  const { actions, navigation } = setUp();
  actions
    .more(second)
    .find(({ id }) => id === 'delete')
    ?.onselect();
  await vi.waitFor(() => expect(navigation.chat.removed?.id).toBe('a2'));
  expect(navigation.chat.path.at(-1)?.id).toBe('q2');
});

test('an answer is copied as written and as it looks, a question as it was typed', async () => {
  const { actions } = setUp();
  const written: Record<string, string>[] = [];
  const write = vi.spyOn(navigator.clipboard, 'write').mockImplementation(async ([item]) => {
    const formats = (item?.types ?? []).map(async (type) => [
      type,
      await (await item?.getType(type))?.text(),
    ]);
    written.push(Object.fromEntries(await Promise.all(formats)));
  });
  const marked = { ...first, text: '**Lisbon** for $5.' };
  await actions.copy(marked);
  await actions.copy({ ...base, text: '**Where** to?' });
  const item = (id: string) => actions.more(marked).find((one) => one.id === id);
  for (const id of ['markdown', 'formatted', 'plain']) {
    const before = written.length;
    item(id)?.onselect();
    await vi.waitFor(() => expect(written.length).toBe(before + 1));
  }
  const html = '<p><strong>Lisbon</strong> for $5.</p>';
  expect(written).toEqual([
    { 'text/plain': '**Lisbon** for $5.', 'text/html': html },
    { 'text/plain': '**Where** to?' },
    { 'text/plain': '**Lisbon** for $5.' },
    { 'text/plain': 'Lisbon for $5.', 'text/html': html },
    { 'text/plain': 'Lisbon for $5.' },
  ]);
  write.mockRestore();
});
