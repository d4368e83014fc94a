import { createRawSnippet } from 'svelte';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../shared/errors';
import type { Message, Model } from '../../shared/model';
import { nothingSpent } from '../../shared/money';
import { speakFrom, words } from '../../shared/words';
import { english } from '../../shared/words/english';
import { pseudo } from '../../shared/words/pseudo';
import { unnamed } from '../lib/account-words';
import Markdown from '../markdown/Markdown.svelte';
import Answer from './chat/Answer.svelte';
import Composer from './chat/Composer.svelte';
import EmptyChat from './chat/EmptyChat.svelte';
import ErrorFacts from './chat/ErrorFacts.svelte';
import FindBar from './chat/FindBar.svelte';
import JumpToLatest from './chat/JumpToLatest.svelte';
import type { MessageActions } from './chat/message-actions';
import Outline from './chat/Outline.svelte';
import Question from './chat/Question.svelte';
import Queued from './chat/Queued.svelte';
import ConversationRow from './library/ConversationRow.svelte';
import FolderRow from './library/FolderRow.svelte';
import RecoveryKey from './library/RecoveryKey.svelte';
import RecoveryKeyField from './library/RecoveryKeyField.svelte';
import SelectionBar from './library/SelectionBar.svelte';
import Measures from './models/Measures.svelte';
import ModelList from './models/ModelList.svelte';
import ModelSelect from './models/ModelSelect.svelte';
import BudgetField from './money/BudgetField.svelte';
import ExactCount from './money/ExactCount.svelte';
import PriceForm from './money/PriceForm.svelte';
import PriceTable from './money/PriceTable.svelte';
import ReceiptList from './money/ReceiptList.svelte';
import RequestCode from './money/RequestCode.svelte';
import TokenTry from './money/TokenTry.svelte';
import UpdateForm from './money/UpdateForm.svelte';
import UsageFilters from './money/UsageFilters.svelte';
import UsageTables from './money/UsageTables.svelte';
import PaletteList from './palette/PaletteList.svelte';
import AccountCard from './settings/AccountCard.svelte';
import AccountNames from './settings/AccountNames.svelte';
import Confirm from './settings/Confirm.svelte';
import KeyForm from './settings/KeyForm.svelte';
import ServerForm from './settings/ServerForm.svelte';
import TextSize from './settings/TextSize.svelte';
import TryError from './settings/TryError.svelte';

beforeAll(() => speakFrom(() => pseudo));
afterAll(() => speakFrom(() => english));

/** What is not the app's own is in Greek here. */
const nothing = () => undefined;
const later = () => Promise.resolve();
const actions: MessageActions = {
  ...{ offers: () => false, act: nothing, again: nothing, againWith: () => [], readModels: nothing },
  ...{ againCost: () => Promise.resolve(null), editCost: () => null, keys: () => '⌘Γ' },
  ...{ copy: later, more: () => [], receipts: () => Promise.resolve([]), show: nothing },
  ...{ stop: nothing, tryNow: nothing, edit: nothing, sendEdit: nothing },
};
const question: Message = {
  ...{ id: 'q1', conversationId: 'c1', parentId: null, role: 'user', text: 'Γιατί;', parts: [] },
  ...{ status: 'done', model: null, tokens: null, compacted: false, error: null, createdAt: 1 },
};
const text =
  'α[^1] ![](https://1.1.1.1/)\n\n- [x] β\n\n| γ |\n|---|\n| δ |\n\n```\nε\n```\n\n$$\nζ\n$$\n\n[^1]: η';
const answer: Message = {
  ...{ ...question, id: 'a1', role: 'assistant', status: 'stopped', text, compacted: true },
  parts: [{ kind: 'refusal', at: 0 }],
};
const error = new AppError('KEYCHAIN_UNAVAILABLE', '').toData();
const model: Model = {
  ...{ id: 'μ', name: 'Μ', shutdownAt: null, replacement: null, contextWindow: null, maxInput: null },
  ...{ maxOutput: null, images: false, reasons: false, efforts: [], defaultEffort: null, verbosity: true },
  price: null,
};
const choices = [
  { id: 'μ', name: 'Μ', offered: false, facts: model },
  { id: 'μ-2026-01-01', name: 'Μ', offered: true, facts: undefined },
];
const price = { input: 2, cachedInput: 1, cacheWrite: null, output: 10, longContext: null };
const priced = { model: 'μ', name: 'Μ', price, listed: null, own: true, asOf: null, source: null };
const accounts = ['α', 'β'].map((id) => ({ id, name: id, spent: nothingSpent }));
const gone = { id: 'γ', title: null, deleted: true, spent: nothingSpent };
const report = {
  ...{ total: nothingSpent, days: [], models: [], accounts, kinds: [] },
  ...{ conversations: [gone, { ...gone, id: null }], others: { count: 12, spent: nothingSpent } },
};
const snippet = createRawSnippet(() => ({ render: () => '<p>Γ</p>' }));
const row = { top: 0, active: true, renaming: false, onrename: nothing, onrenamed: nothing, onmenu: nothing };
const form = { busy: false, error: null, onedit: nothing, oncancel: nothing };
const find = { wanted: 0, keys: { next: '⌘Γ', previous: '⇧⌘Γ' }, ontype: nothing, onstep: nothing };

const shown: Readonly<Record<string, () => Promise<{ container: HTMLElement }>>> = {
  'an answer': () =>
    render(Answer, {
      ...{ message: answer, versions: ['a0', 'a1'], waiting: null, news: false, spent: null },
      ...{ busy: false, last: true, actions },
    }),
  'a text that grows': () => render(Markdown, { text, streaming: true }),
  'the message box': () => render(Composer, { text: 'Γ', busy: true, onsend: nothing, onstop: nothing }),
  'an empty chat': () => render(EmptyChat, { onpick: nothing }),
  'the facts of an error': () => render(ErrorFacts, { error: { ...error, code: 'OFFLINE' } }),
  'the find bar': () =>
    render(FindBar, { query: 'γ', position: 2, total: 14, searched: true, ...find, onclose: nothing }),
  'the way to the end': () => render(JumpToLatest, { onclick: nothing }),
  'an outline': () => render(Outline, { entries: [], current: null, onpick: nothing }),
  'a question': () => render(Question, { message: question, edited: null, busy: false, actions }),
  'a question that is edited': () =>
    render(Question, { message: question, edited: 'Γ', busy: true, actions }),
  'a queued message': () =>
    render(Queued, { text: 'Γ', busy: false, onsend: nothing, onedit: nothing, onremove: nothing }),
  'a chat in the list': () =>
    render(ConversationRow, {
      ...{ conversation: { id: 'c1', title: 'Γ', updatedAt: 1 } as never, position: 1, size: 1 },
      ...{ current: true, selected: null, inFolder: false, onopen: nothing, ...row },
    }),
  'a folder': () =>
    render(FolderRow, {
      ...{ folder: { id: 'f1', name: 'Γ', colour: null } as never, open: true, count: 1200, over: false },
      ...{ ontoggle: nothing, ...row },
    }),
  'a recovery key': () => render(RecoveryKey, { recoveryKey: '1234-5678', onencrypt: nothing, ...form }),
  'the field of a recovery key': () =>
    render(RecoveryKeyField, { busy: false, error: null, onunlock: nothing }),
  'chosen chats': () =>
    render(SelectionBar, {
      ...{ count: 3, onpin: nothing, onarchive: nothing, ondelete: nothing, onmenu: nothing },
      onclear: nothing,
    }),
  'thinking and length': () => render(Measures, { model, effort: null, verbosity: null, onchange: nothing }),
  'the list of models': () => render(ModelList, { choices, current: 'μ', onpick: nothing }),
  'a choice of models': () => render(ModelSelect, { id: 'm', choices, value: 'μ', onchange: nothing }),
  'a budget': () => render(BudgetField, { label: 'Γ', budget: null, onchange: nothing }),
  'an exact count': () =>
    render(ExactCount, {
      ...{ countable: true, counting: false, exact: null, error: null, above: null },
      ...{ oncount: nothing, onabove: nothing },
    }),
  'the form of a price': () => render(PriceForm, { model: null, start: null, onsave: nothing, ...form }),
  'the table of prices': () =>
    render(PriceTable, {
      ...{ models: [priced], editing: null, editor: snippet as never, onedit: nothing, onreset: later },
    }),
  'no receipts': () => render(ReceiptList, { receipts: [] }),
  'the code of a request': () => render(RequestCode, { code: () => Promise.resolve('Γ') }),
  'tokens to try': () => render(TokenTry, { model: 'Μ', price: null, count: () => new Promise(nothing) }),
  'the form of an update': () => render(UpdateForm, { onfetch: nothing, ...form }),
  'the filters of usage': () =>
    render(UsageFilters, {
      ...{ range: { name: 'all', from: '', to: '' }, whole: report, name: (id) => id },
      ...{ only: { model: null, accountId: null, kind: null, conversationId: null } as never },
      ...{ onrange: nothing, ononly: nothing },
    }),
  'the figures of usage': () => render(UsageTables, { report, name: (id) => id, onopen: nothing }),
  'the palette': () =>
    render(PaletteList, {
      ...{ query: '', sections: [], empty: '', note: '', filters: [], ontype: nothing, onpick: nothing },
    }),
  'an account': () =>
    render(AccountCard, {
      account: { id: 'α', name: 'Γ', address: 'https://α.example', isDefault: true } as never,
      ...{ hint: '1234', open: false, ontoggle: nothing, children: snippet },
    }),
  'the names of an account': () => render(AccountNames, { names: { ...unnamed, project: 'π' } }),
  'a question before it is too late': () =>
    render(Confirm, { text: 'Γ', busy: false, error: null, onconfirm: nothing, oncancel: nothing }),
  'the form of a key': () =>
    render(KeyForm, { ...form, naming: true, onconnect: () => Promise.resolve(true) }),
  'the form of a server': () => render(ServerForm, { ...form, onconnect: () => Promise.resolve(true) }),
  'the size of the text': () => render(TextSize, { size: 18, onchange: nothing }),
  'a keychain that is missing': () => render(TryError, { error, busy: false, onkeepforrun: nothing }),
};

const ATTRIBUTES = ['alt', 'aria-description', 'aria-label', 'aria-valuetext', 'placeholder', 'title'];

/** All that is read, seen or shown as a tip. */
function saidIn(container: Element): readonly string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('code, style, annotation')) texts.push(node.textContent ?? '');
  }
  const attributes = [...container.querySelectorAll('*')].flatMap((element) =>
    ATTRIBUTES.map((name) => element.getAttribute(name) ?? ''),
  );
  const values = [...container.querySelectorAll('textarea')].map(({ value }) => value);
  return [...texts, ...attributes, ...values];
}

/** What is left once the sentences of the catalogue are taken away, from the innermost. */
function withoutMarked(said: string): string {
  const rest = said.replace(/⟦[^⟦⟧]*⟧/g, '');
  return rest === said ? said : withoutMarked(rest);
}

/** Names, keys, addresses and units are the same in every language. */
const SAME =
  /OpenAI|Mermaid|TypeScript|Python|curl|llama3\.2:latest|XXXX|https?:\S+|sk-|org-|proj_|Esc|OFFLINE|example/g;

test.each(Object.keys(shown))('%s says nothing that is not in the catalogue', async (name) => {
  const { container } = (await shown[name]?.()) ?? { container: document.body };
  await expect.poll(() => saidIn(container).some((said) => said.includes('⟦'))).toBe(true);
  const foreign = saidIn(container).filter((said) => /[a-z]{2}/i.test(withoutMarked(said).replace(SAME, '')));
  expect(foreign).toEqual([]);
});

test('a sentence that is not in the catalogue would be found', () => {
  const page = document.createElement('div');
  page.append(words.common.cancel, 'Go on');
  expect(saidIn(page).map(withoutMarked)).toContain('Go on');
});
