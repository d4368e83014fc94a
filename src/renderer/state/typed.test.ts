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
  return { typed, told, named };
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
