import { expect, test, vi } from 'vitest';
import { Drafts } from './drafts';
import { fakeApi } from './fake-api';
import { Typed } from './typed.svelte';

/** What one chat's drafts are on disk, and a way to come back to them. */
function setUp() {
  const { api, named } = fakeApi();
  const drafts = new Drafts(api);
  const typed = () => new Typed('trip', drafts);
  /** What main was told last for each place. */
  const told = () => {
    drafts.flush();
    const inputs = named('drafts.keep').map(({ input }) => input as { place: string; text: string });
    return Object.fromEntries(inputs.map(({ place, text }) => [place, text]));
  };
  const heard = (place: string, text: string) =>
    drafts.receive({ name: 'draft.changed', draft: { conversationId: 'trip', place, text } });
  return { typed, told, named, heard };
}

test.each(['box', 'queue'] as const)('what was in the %s is a draft until main has it', async (place) => {
  const { typed, told } = setUp();
  const here = typed();
  here[place] = 'Precious words';
  here.leave(place);
  here[place] = '';
  expect(typed()[place]).toBe('Precious words');
  here.arrived(place);
  expect(typed()[place]).toBe('');
  await vi.waitFor(() => expect(told()[place]).toBe(''));
});

test('what main refused stays a draft', () => {
  const { typed } = setUp();
  const here = typed();
  here.queue = 'Precious words';
  here.leave('queue');
  here.stranded();
  expect(here.queue).toBe('');
  expect(typed().queue).toBe('Precious words');
});

test('an edit is there again after one has turned to another question', () => {
  const { typed } = setUp();
  const here = typed();
  const edited = () => here.edit?.text;
  here.openEdit('q1', 'Why blue?');
  here.edit = { questionId: 'q1', text: 'Why is the sky blue?' };
  here.openEdit('q2', 'And red?');
  here.openEdit('q1', 'Why blue?');
  expect(edited()).toBe('Why is the sky blue?');
  here.edit = null;
  here.openEdit('q1', 'Why blue?');
  expect(edited()).toBe('Why blue?');
});

test('what another window types shows here, and so does that it was sent', () => {
  const { typed, heard } = setUp();
  const here = typed();
  const follow = (place: string, text: string) => {
    heard(place, text);
    here.follow(place);
  };
  follow('box', 'Half a thought');
  follow('queue', 'And then');
  follow('q1', 'In other words'); // nothing opens here
  expect([here.box, here.queue, here.edit]).toEqual(['Half a thought', 'And then', null]);
  here.openEdit('q1', 'Why blue?');
  follow('q1', 'In yet other words');
  expect(here.edit).toEqual({ questionId: 'q1', text: 'In yet other words' });
  for (const place of ['box', 'queue', 'q1']) follow(place, '');
  expect([here.any, here.edit]).toEqual([false, null]);
});

test('what is on its way to main does not come back on the screen', () => {
  const { typed, heard } = setUp();
  const here = typed();
  heard('box', 'Precious words');
  here.follow('box');
  here.leave('box');
  here.box = '';
  heard('box', 'Precious words, heard late');
  here.follow('box');
  expect(here.box).toBe('');
});

test('what was set aside goes on in the box, or goes', () => {
  const { typed, told, heard } = setUp();
  const here = typed();
  here.box = 'Mine';
  heard('aside', 'Theirs');
  here.follow('aside');
  here.dropAside({ intoBox: true });
  expect([here.box, here.aside]).toEqual(['Mine\n\nTheirs', '']);
  expect(told()).toEqual({ box: 'Mine\n\nTheirs', aside: '' });
});
