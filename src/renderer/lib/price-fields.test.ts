import { expect, onTestFinished, test } from 'vitest';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { columnAmount, fieldsOf, readFields, type PriceFields } from './price-fields';

const price = {
  ...{ input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 10 },
  longContext: { over: 272_000, inputTimes: 2, outputTimes: 1.5 },
};
const read = (changes: Partial<PriceFields>) => readFields({ ...fieldsOf(price), ...changes });

test('a price that is shown in fields is read from them again', () => {
  expect(readFields(fieldsOf(price))).toEqual({ price });
});

test('an empty field of the cache, and no limit, are left to what is usual', () => {
  expect(read({ cachedInput: ' ', cacheWrite: '', over: '' })).toEqual({
    price: { input: 2, cachedInput: null, cacheWrite: null, output: 10, longContext: null },
  });
});

test('a comma may be the decimal sign', () => {
  expect(read({ cachedInput: '0,25' })).toMatchObject({ price: { cachedInput: 0.25 } });
});

test('in German the decimal sign is a comma, and a price is read as it is shown', () => {
  speakFrom(() => german);
  onTestFinished(() => speakFrom(() => english));
  const fields = fieldsOf(price);
  expect(fields).toMatchObject({ cachedInput: '0,1', outputTimes: '1,5', over: '272000' });
  expect(readFields(fields)).toEqual({ price });
});

test.each<[Partial<PriceFields>, keyof PriceFields]>([
  [{ input: '' }, 'input'],
  [{ input: '-1' }, 'input'],
  [{ output: '10001' }, 'output'],
  [{ output: 'ten' }, 'output'],
  [{ cacheWrite: '1e9' }, 'cacheWrite'],
  [{ cachedInput: '3' }, 'cachedInput'],
  [{ over: '1.5' }, 'over'],
  [{ over: '272,000' }, 'over'],
  [{ inputTimes: '' }, 'inputTimes'],
  [{ outputTimes: '0.5' }, 'outputTimes'],
])('%o is no price, and the field is named', (changes, field) => {
  expect(read(changes)).toMatchObject({ price: null, field, why: expect.stringMatching(/./) });
});

test('amounts in a column have cents, and more where there is more', () => {
  expect([2, 0.1, 0.125, 0.005, 1234.5].map(columnAmount)).toEqual([
    '2.00',
    '0.10',
    '0.125',
    '0.005',
    '1,234.50',
  ]);
});

test('nothing known is nothing typed', () => {
  expect(Object.values(fieldsOf(null)).join('')).toBe('');
});
