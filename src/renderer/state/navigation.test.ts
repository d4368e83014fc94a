import { expect, test } from 'vitest';
import { noSpending } from '../../shared/money';
import { fakeApi } from './fake-api';
import { Navigation } from './navigation.svelte';

const options = { accountId: null, instructions: null, effort: null, verbosity: null };
const nothing = { messages: [], leafId: null, options, waiting: null, spending: noSpending };

/** A window that can be reloaded: what main remembers outlives it. */
function setUp() {
  let last: string | null = null;
  const main = fakeApi((name, input) => {
    if (name === 'settings.change') last = (input as { openConversation: string }).openConversation;
    return name === 'conversations.open' ? nothing : undefined;
  });
  const texts = new Map<string, string>();
  const drafts = {
    read: (id: string, place: string) => texts.get(`${id} ${place}`) ?? '',
    edit: () => undefined,
    keep: (id: string, place: string, text: string) => void texts.set(`${id} ${place}`, text),
  };
  const load = () => {
    const navigation = new Navigation({ api: main.api, drafts });
    navigation.resume(last, last === null ? null : { ...nothing, before: null });
    return navigation;
  };
  return { ...main, load };
}

test('a reload comes back to the open chat and to what was typed in it', () => {
  const { load } = setUp();
  const before = load();
  before.chat.typed.box = 'Half a thought';
  const after = load();
  expect(after.chat.conversationId).toBe(before.chat.conversationId);
  expect(after.chat.typed.box).toBe('Half a thought');
});

test('a reload comes back to the chat that was opened last, as main has read it', () => {
  const { load, named } = setUp();
  load().open('trip');
  expect(load().chat).toMatchObject({ conversationId: 'trip', loaded: true });
  expect(named('conversations.open')).toHaveLength(1);
});

test('a chat that is about to be opened is read once, and one that is not opened after all is forgotten', async () => {
  const { load, named } = setUp();
  const navigation = load();
  navigation.prepare('trip');
  await expect.poll(() => named('conversations.open').length).toBe(1);
  navigation.open('trip');
  expect(navigation.chat).toMatchObject({ conversationId: 'trip', loaded: true });
  navigation.prepare('other');
  navigation.open('third');
  navigation.open('other');
  const read = named('conversations.open').map(({ input }) => (input as { id: string }).id);
  expect(read).toEqual(['trip', 'other', 'third', 'other']);
});

test('a chat that was pressed and dragged away is not about to be opened any more', () => {
  const { load } = setUp();
  const navigation = load();
  navigation.prepare('trip');
  expect(navigation.prepared).toMatchObject({ conversationId: 'trip' });
  navigation.dismiss();
  expect(navigation.prepared).toBeNull();
});

test('an answer goes on being heard while another chat is shown', async () => {
  const { load } = setUp();
  const navigation = load();
  const { chat } = navigation;
  await chat.send('Hello', 'gpt-6.2-sol');
  navigation.open('trip');
  navigation.receive({ name: 'turn.delta', answerId: chat.draft?.id ?? '', part: null, at: 0, text: 'Hi' });
  navigation.open(chat.conversationId);
  expect(navigation.chat.draft?.text).toBe('Hi');
});

test('typed text waits in its chat while one looks at another', () => {
  const navigation = setUp().load();
  const first = navigation.chat.conversationId;
  navigation.chat.typed.box = 'Half a thought';
  navigation.open('trip');
  expect(navigation.chat.typed.box).toBe('');
  navigation.open(first);
  expect(navigation.chat.typed.box).toBe('Half a thought');
});

test('a new chat is not made while an empty one is open', () => {
  const navigation = setUp().load();
  const { chat } = navigation;
  navigation.newChat();
  expect(navigation.chat).toBe(chat);
});

test('a deleted chat is left for a new one', () => {
  const navigation = setUp().load();
  navigation.open('trip');
  navigation.leave('trip');
  expect(navigation.chat.conversationId).not.toBe('trip');
  expect(navigation.chat.loaded).toBe(true);
});

test('text typed in a new chat is found by asking for a new chat again', () => {
  const navigation = setUp().load();
  navigation.chat.typed.box = 'Half a thought';
  navigation.open('trip');
  navigation.newChat();
  expect(navigation.chat.typed.box).toBe('Half a thought');
  navigation.open('trip');
  navigation.leave('trip');
  expect(navigation.chat.typed.box).toBe('Half a thought');
});

test('text typed in a new chat is found after a restart in another chat', async () => {
  const { load } = setUp();
  const before = load();
  const { conversationId } = before.chat;
  before.chat.typed.box = 'Half a thought';
  before.open('trip');
  const after = load();
  await after.recover([conversationId]);
  expect(after.chat.conversationId).toBe('trip');
  after.newChat();
  expect(after.chat.typed.box).toBe('Half a thought');
});

test('a model chosen for the next question is still chosen when one comes back', () => {
  const navigation = setUp().load();
  navigation.open('trip');
  navigation.chat.model = 'gpt-6-luna';
  navigation.newChat();
  navigation.open('trip');
  expect(navigation.chat.model).toBe('gpt-6-luna');
});

test('what was new in a chat is not new when one comes back', async () => {
  const navigation = setUp().load();
  const { chat } = navigation;
  await chat.send('Hello', 'gpt-6.2-sol');
  expect(chat.newest).not.toBeNull();
  navigation.newChat();
  expect(navigation.chat).not.toBe(chat);
  navigation.open(chat.conversationId);
  expect(navigation.chat).toBe(chat);
  expect(chat.newest).toBeNull();
});

test('whatever opens a chat leaves the view of usage, and looking at usage leaves the chat as it is', () => {
  const navigation = setUp().load();
  const { chat } = navigation;
  for (const leave of [
    () => navigation.open('trip'),
    () => navigation.newChat(),
    () => navigation.focusComposer(),
    () => navigation.chooseModel(),
  ]) {
    navigation.show('usage');
    expect(navigation.view).toBe('usage');
    leave();
    expect(navigation.view).toBe('chat');
  }
  navigation.open(chat.conversationId);
  navigation.show('usage');
  expect(navigation.chat).toBe(chat);
});

test('a temporary chat keeps nothing, is nowhere to come back to, and is discarded by leaving it', () => {
  const { calls, load, named } = setUp();
  const navigation = load();
  const kept = navigation.chat.conversationId;
  navigation.newTemporaryChat();
  const { conversationId } = navigation.chat;
  navigation.chat.typed.box = 'Nobody may know';
  navigation.newTemporaryChat();
  expect(navigation.chat.typed.box).toBe('Nobody may know'); // it has not begun: it is the one that was wanted
  expect(load().chat.conversationId).toBe(kept);

  navigation.newChat();
  expect(navigation.chat.temporary).toBe(false);
  expect(named('conversations.forget').map(({ input }) => input)).toEqual([{ id: conversationId }]);
  navigation.open(conversationId);
  expect(navigation.chat.typed.box).toBe('');
  expect(JSON.stringify(calls)).not.toContain('Nobody may know');
});

test('a temporary chat goes with its window, and a chat that is kept does not', () => {
  const { load, named } = setUp();
  const navigation = load();
  navigation.close();
  expect(named('conversations.forget')).toEqual([]);
  navigation.newTemporaryChat();
  navigation.close();
  expect(named('conversations.forget')).toHaveLength(1);
});

test('settings open at the general ones, and then where they were left', () => {
  const navigation = setUp().load();
  navigation.openSettings();
  expect(navigation.settings).toBe('general');
  navigation.settings = 'network';
  navigation.closeSettings();
  expect(navigation.settings).toBeNull();
  navigation.openSettings();
  expect(navigation.settings).toBe('network');
});
