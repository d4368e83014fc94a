import { expect, test, vi } from 'vitest';
import { Drafts } from './drafts';
import { fakeApi } from './fake-api';

test('what was typed is kept by main once the typing pauses, and read back at the next start', async () => {
  const { api, named } = fakeApi();
  const drafts = new Drafts(api);
  drafts.keep('trip', 'box', 'Half');
  drafts.keep('trip', 'box', 'Half a thought');
  await vi.waitFor(() => expect(named('drafts.keep')).toHaveLength(1));
  const kept = named('drafts.keep')[0]?.input;
  expect(kept).toEqual({ conversationId: 'trip', place: 'box', text: 'Half a thought', over: '' });

  const again = new Drafts(fakeApi().api);
  again.begin([{ conversationId: 'trip', place: 'box', text: 'Half a thought' }]);
  expect(again.read('trip', 'box')).toBe('Half a thought');
});

test('a draft that could not be kept is still in the window', async () => {
  const { api, named } = fakeApi(() => {
    throw new Error('The disk is full.');
  });
  const drafts = new Drafts(api);
  drafts.keep('trip', 'box', 'Half a thought');
  await vi.waitFor(() => expect(named('drafts.keep')).toHaveLength(1));
  expect(drafts.read('trip', 'box')).toBe('Half a thought');
});

test('what waits and what is edited are kept beside the message box', async () => {
  const { api, named } = fakeApi();
  const drafts = new Drafts(api);
  drafts.keep('trip', 'box', 'One');
  drafts.keep('trip', 'queue', 'Two');
  drafts.keep('trip', 'q1', 'Three');
  drafts.flush();
  await vi.waitFor(() => expect(named('drafts.keep')).toHaveLength(3));
  expect(drafts.edit('trip')).toMatchObject({ conversationId: 'trip', place: 'q1', text: 'Three' });
  drafts.keep('trip', 'q1', '');
  expect(drafts.edit('trip')).toBeUndefined();
});

const heard = (text: string, place = 'box') =>
  ({ name: 'draft.changed', draft: { conversationId: 'trip', place, text } }) as const;

test('what another window typed is here at once, and what is typed next goes over it', async () => {
  const { api, named } = fakeApi();
  const drafts = new Drafts(api);
  drafts.receive(heard('Half a'));
  expect(drafts.read('trip', 'box')).toBe('Half a');
  drafts.keep('trip', 'box', 'Half a thought');
  drafts.flush();
  await vi.waitFor(() => expect(named('drafts.keep')).toHaveLength(1));
  expect(named('drafts.keep')[0]?.input).toMatchObject({ text: 'Half a thought', over: 'Half a' });
});

test('what was typed here and main does not have yet is not replaced', async () => {
  let take: () => void = () => undefined;
  const { api, named } = fakeApi(() => new Promise<void>((resolve) => (take = resolve)));
  const drafts = new Drafts(api);
  drafts.keep('trip', 'box', 'Mine');
  drafts.receive(heard('Theirs')); // it waits
  drafts.flush();
  drafts.receive(heard('Theirs')); // it is on its way
  expect(drafts.read('trip', 'box')).toBe('Mine');
  drafts.keep('trip', 'box', 'Mine, too');
  drafts.flush();
  await vi.waitFor(() => expect(named('drafts.keep')).toHaveLength(2));
  const overs = named('drafts.keep').map(({ input }) => (input as { over: string }).over);
  expect(overs).toEqual(['', 'Mine']); // main has what was sent before
  take();
  await vi.waitFor(() => {
    drafts.receive(heard('Theirs'));
    expect(drafts.read('trip', 'box')).toBe('Theirs');
  });
});

test('what could not be kept is not replaced either', async () => {
  const { api, named } = fakeApi(() => {
    throw new Error('The disk is full.');
  });
  const drafts = new Drafts(api);
  drafts.keep('trip', 'box', 'Mine');
  drafts.flush();
  await vi.waitFor(() => expect(named('drafts.keep')).toHaveLength(1));
  drafts.receive(heard('Theirs'));
  expect(drafts.read('trip', 'box')).toBe('Mine');
});
