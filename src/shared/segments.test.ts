import { expect, test } from 'vitest';
import type { Part } from './parts';
import { segments, sourcesOf } from './segments';

const thought: Part = { kind: 'reasoning', at: 0, text: 'Hm.', ms: 1 };
const step = (at: number): Part => ({
  ...{ kind: 'step', at, tool: 'web-search', name: null, text: '', state: 'done', sources: [] },
});
const cite = (at: number, url: string): Part => ({ kind: 'citation', at, source: { title: url, url } });
const read = (text: string, parts: readonly Part[]) =>
  segments({ text, parts }).map((segment) =>
    segment.kind === 'text'
      ? segment.text + segment.cited.map(({ at, number }) => `[${at}:${number}]`).join('')
      : segment.part.kind,
  );

test('words without parts are one piece', () => {
  expect(read('Rayleigh', [])).toEqual(['Rayleigh']);
  expect(read('', [])).toEqual([]);
});

test('parts stand where they belong among the words', () => {
  expect(read('One. Two.', [thought, step(5)])).toEqual(['reasoning', 'One. ', 'step', 'Two.']);
});

test('the words before the last part keep their piece while an answer grows', () => {
  const [before] = segments({ text: 'One. ', parts: [step(5)] });
  const [after] = segments({ text: 'One. Two', parts: [step(5)] });
  expect(after).toEqual(before);
});

test('sources are numbered once, in the order in which they are cited', () => {
  const parts = [cite(4, 'https://a/'), cite(9, 'https://b/'), cite(9, 'https://a/')];
  expect(read('One. Two. Three', parts)).toEqual(['One. Two. Three[4:1][9:2][9:1]']);
  expect(sourcesOf(parts).map(({ url }) => url)).toEqual(['https://a/', 'https://b/']);
});

test('a place beyond the words, or inside a character, loses nothing', () => {
  expect(read('Sky 🌤', [step(5), step(99)])).toEqual(['Sky ', 'step', '🌤', 'step']);
  expect(read('Sky', [step(-3)])).toEqual(['step', 'Sky']);
});

test('a source that is cited twice in one place has one mark', () => {
  expect(read('One.', [cite(4, 'https://a/'), cite(4, 'https://a/')])).toEqual(['One.[4:1]']);
});
