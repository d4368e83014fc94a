/** Electron's security checklist against the built app, and each of its assertions against an app made worse. */
import { expect, test } from 'vitest';
import { lookAt, textOf } from './bundle.ts';
import { checklist } from './checklist.ts';
import { weakenings } from './weakenings.ts';

const built = await lookAt();

test.each(checklist.map((item) => [item.number, item.name, item] as const))('%i: %s', (_, __, item) => {
  expect(item.wrong(built)).toEqual([]);
});

test('the app asks to open no address of other programs', () => {
  expect(built.seen.protocolClients).toBe(0);
});

test('every item is guarded by at least one weakening', () => {
  const killed = new Set(weakenings.map(({ item }) => item));
  expect(checklist.map(({ number }) => number).filter((number) => !killed.has(number))).toEqual([]);
});

test.concurrent.each(
  weakenings.map((weakening) => [weakening.item, String(weakening.from), weakening] as const),
)('item %i notices when %s is weakened', async (number, _, { part, from, to }) => {
  const text = textOf(part);
  const weaker = text.replace(from, () => to);
  expect(weaker, 'the line is no longer there').not.toBe(text);
  const bundle = await lookAt({ part, text: weaker });
  expect(checklist.find((item) => item.number === number)?.wrong(bundle)).not.toEqual([]);
});
