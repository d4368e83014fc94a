import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Looks, partOf } from '../../src/renderer/lib/own-text';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes that are still held once something has been made. */
function heldBy(make: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const kept = make();
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  expect(kept).toBeDefined();
  return held / 1e6;
}

/** A text of 100 KB at each of 2,000 moments. */
function moments(look: (text: string) => unknown): string[] {
  const all = [''];
  for (let at = 0; at < 2000; at += 1) {
    const text = `${all.at(-1) ?? ''}${String(at).padStart(50, ' word')}`;
    look(text);
    all.push(text);
  }
  return all;
}

test('a text that is held as it stood at every look does not become a copy for each', () => {
  const looks = new Looks();
  expect(heldBy(() => moments((text) => looks.into(text).indexOf('none')))).toBeLessThan(5);
});

test('what is looked into is the text itself, whether it grows, stays or is another', () => {
  const looks = new Looks();
  const texts = ['', 'One', 'One, two', 'One, two', 'Three', 'x'.repeat(20_000), 'x'.repeat(20_001)];
  expect(texts.map((text) => looks.into(text))).toEqual(texts);
});

test('a part of a text is held without the rest', () => {
  const parts = () =>
    Array.from({ length: 100 }, (_, at) => partOf(Buffer.alloc(100_000, `word ${at} `).toString(), 0, 30));
  expect(heldBy(parts)).toBeLessThan(1);
  expect(partOf('One, two', 3)).toBe(', two');
});
