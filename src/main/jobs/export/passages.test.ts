import { expect, test } from 'vitest';
import { passagesOf } from './passages';

/** Each number follows the one beside it. */
const tree = (...parents: readonly (number | null)[]) =>
  parents.map((parent, index) => ({ seq: index + 1, parent, id: `m${index + 1}` }));

test('the shown branch comes first, and each other message once', () => {
  expect(passagesOf(tree(null, 1, 2, 3, 1, 5, 2, null), 'm6')).toEqual([
    { after: null, seqs: [1, 5, 6] },
    { after: 1, seqs: [2, 7] },
    { after: 2, seqs: [3, 4] },
    { after: null, seqs: [8] },
  ]);
});

test('where the end of the shown branch is gone, the newest is shown', () => {
  expect(passagesOf(tree(null, 1, null, 3, 3), 'gone')[0]).toEqual({ after: null, seqs: [3, 5] });
});

test('the shown branch may end before its messages do', () => {
  expect(passagesOf(tree(null, 1, 2), 'm1')).toEqual([
    { after: null, seqs: [1] },
    { after: 1, seqs: [2, 3] },
  ]);
});

test('a chat without messages has an empty branch', () => {
  expect(passagesOf([], null)).toEqual([{ after: null, seqs: [] }]);
});
