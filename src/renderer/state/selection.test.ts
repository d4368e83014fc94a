import { expect, test } from 'vitest';
import { Selection } from './selection.svelte';

const listed = ['a', 'b', 'c', 'd', 'e'];

test('chats are chosen one by one, and given up the same way', () => {
  const selection = new Selection();
  selection.toggle('b');
  selection.toggle('d');
  selection.toggle('b');
  expect([...selection.ids]).toEqual(['d']);
});

test('a range goes from where one chose last to where one chooses now, up or down', () => {
  const selection = new Selection();
  selection.toggle('c');
  selection.extendTo('e', listed);
  expect([...selection.ids]).toEqual(['c', 'd', 'e']);
  selection.extendTo('a', listed);
  expect([...selection.ids]).toEqual(['a', 'b', 'c']);
});

test('where nothing was chosen a range begins at the open chat, or is one', () => {
  const fresh = new Selection();
  fresh.extendTo('c', listed, 'b');
  expect([...fresh.ids]).toEqual(['b', 'c']);
  const alone = new Selection();
  alone.extendTo('c', listed);
  expect([...alone.ids]).toEqual(['c']);
});

test('all are chosen at once, and none', () => {
  const selection = new Selection();
  selection.all(listed);
  expect(selection.size).toBe(5);
  selection.clear();
  expect(selection.size).toBe(0);
});
