import { expect, test } from 'vitest';
import type { AppEvent } from '../../shared/contract';
import { openLibrary } from '../storage/open-library';
import { DraftService } from './draft-service';

function setUp() {
  const told: AppEvent[] = [];
  const drafts = new DraftService({ ...openLibrary(':memory:'), emit: (event) => told.push(event) });
  const keep = (text: string, over: string, place = 'box', conversationId = 'a') =>
    drafts.keep({ conversationId, place, text, over });
  const texts = () => Object.fromEntries(drafts.all().map(({ place, text }) => [place, text]));
  const heard = () =>
    told.map((event) => event.name === 'draft.changed' && [event.draft.place, event.draft.text]);
  return { drafts, keep, texts, heard };
}

test('drafts are kept for each conversation and place, and an empty one is forgotten', () => {
  const { drafts, keep } = setUp();
  keep('Half a thought', '');
  keep('And then', '', 'queue');
  keep('Another', '', 'box', 'b');
  keep('', 'Another', 'box', 'b');
  expect(drafts.all()).toEqual([
    { conversationId: 'a', place: 'box', text: 'Half a thought' },
    { conversationId: 'a', place: 'queue', text: 'And then' },
  ]);
});

test('every window hears what is typed, and what is as it was is not told', () => {
  const { keep, texts, heard } = setUp();
  keep('Half', '');
  keep('Half', 'Half');
  keep('', 'Half');
  expect(heard()).toEqual([
    ['box', 'Half'],
    ['box', ''],
  ]);
  expect(texts()).toEqual({});
});

test('what two windows typed over the same text is both there', () => {
  const { keep, texts, heard } = setUp();
  keep('Why', '');
  keep('Why is the sky blue?', 'Why');
  keep('Why not?', 'Why'); // of a window that had not heard
  expect(texts()).toEqual({ box: 'Why not?', aside: 'Why is the sky blue?' });
  keep('Yes', 'Why');
  expect(texts()).toEqual({ box: 'Yes', aside: 'Why is the sky blue?\n\nWhy not?' });
  expect(heard().slice(-2)).toEqual([
    ['box', 'Yes'],
    ['aside', 'Why is the sky blue?\n\nWhy not?'],
  ]);
});

test('a text that goes on from what another window typed sets nothing aside', () => {
  const { keep, texts } = setUp();
  keep('Why', '');
  keep('Why is', 'Wh');
  keep('', 'Why is');
  keep('Another', 'Why is'); // it was sent meanwhile
  expect(texts()).toEqual({ box: 'Another' });
});

test('one window sends what waited for an answer', () => {
  const { drafts } = setUp();
  expect([1, 2].map(() => drafts.claim({ answerId: 'one' }))).toEqual([true, false]);
  expect(drafts.claim({ answerId: 'two' })).toBe(true);
});
