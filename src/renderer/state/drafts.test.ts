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
  expect(kept).toEqual({ conversationId: 'trip', place: 'box', text: 'Half a thought' });

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
  expect(drafts.edit('trip')).toEqual({ conversationId: 'trip', place: 'q1', text: 'Three' });
  drafts.keep('trip', 'q1', '');
  expect(drafts.edit('trip')).toBeUndefined();
});
