import { get_encoding } from 'tiktoken';
import { afterAll, describe, expect, test } from 'vitest';
import { randomFrom } from '../../../tests/core/random';
import { encodingOf } from './encoding';
import { WorkerCounter } from './worker-counter';

const file = new URL('./worker.ts', import.meta.url);
const counter = new WorkerCounter(file);
afterAll(() => counter.close());

const random = randomFrom(20261127);
const code = `export function median(numbers: readonly number[]): number {\n  const sorted = numbers.toSorted((a, b) => a - b);\n\treturn sorted[Math.floor(sorted.length / 2)] ?? NaN; // 'don't' "stop"\n}\n`;
const bytes = Buffer.from(Array.from({ length: 3000 }, () => Math.floor(random() * 256)));
const anyCharacter = () => String.fromCodePoint(32 + Math.floor(random() * 0xd000));

/** The texts that `tiktoken`, OpenAI's own, is the measure for. */
const corpus: Record<string, string> = {
  English: 'It’s no use going back to yesterday, because I was a different person then. DON’T they’LL we’d.',
  Chinese: '天空为什么是蓝色的？因为大气分子对短波长的光散射得更厉害，这叫做瑞利散射。',
  Arabic: 'لماذا السماء زرقاء؟ لأنّ جزيئات الهواء تُشتِّت الضوء الأزرق أكثر من الأحمر.',
  Hindi: 'आसमान नीला क्यों होता है? क्योंकि वायुमंडल नीले प्रकाश को अधिक बिखेरता है।',
  Japanese: '空はなぜ青いのですか。「レイリー散乱」のためです。ﾊﾝｶｸも全角１２３も。',
  Korean: '하늘은 왜 파란가요? 공기 분자가 짧은 파장의 빛을 더 많이 산란시키기 때문입니다.',
  Russian: 'Почему небо голубое? Потому что молекулы воздуха сильнее рассеивают короткие волны.',
  Thai: 'ทำไมท้องฟ้าจึงเป็นสีฟ้า เพราะโมเลกุลของอากาศกระเจิงแสงสีน้ำเงินมากกว่า',
  'emoji, joined and coloured': '👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🇩🇪🇯🇵 ❤️‍🔥 ☺︎ 1️⃣',
  'gaps of every kind':
    '  a\t\tb \n\n\n   c\r\n\r\n d\u00a0\u2003e   \n' + ' '.repeat(300) + '\n'.repeat(120),
  numbers: '3.14159265358979 1,234,567.89 0xDEADBEEF 1e-9 ١٢٣ ⅷ² 2026-11-27T01:23:45Z ' + '7'.repeat(400),
  code,
  JSON: JSON.stringify({ list: [1, null, true, { deep: ['é', '\u0000', '"quoted"'] }] }, null, 2),
  Markdown:
    '# Heading\n\n- [x] **bold** _and_ `code`\n\n| a | b |\n|--:|:--|\n| 1 | 2 |\n\n$$\\frac{1}{2}$$\n',
  base64: bytes.toString('base64'),
  'half a character': 'before \ud83d between \ude00 after',
  'special tokens as words':
    '<|endoftext|> <|im_start|>user<|im_sep|>hi<|im_end|> <|fim_prefix|> <|endofprompt|>',
  'one letter, 5,000 times': 'a'.repeat(5000),
  'anything at all': Array.from({ length: 4000 }, anyCharacter).join(''),
};

describe.each(['o200k_base', 'cl100k_base'] as const)('with %s', (encoding) => {
  const theirs = get_encoding(encoding);
  afterAll(() => theirs.free());
  const model = encoding === 'o200k_base' ? 'gpt-6.2-sol' : 'gpt-4-turbo';

  test.each(Object.entries(corpus))('%s has as many tokens as tiktoken counts', async (_, text) => {
    expect(await counter.count([text], model)).toEqual([theirs.encode(text, [], []).length]);
  });
});

test('models since GPT-4o have one vocabulary, those before it another', () => {
  expect(['gpt-4o', 'gpt-4.1-mini', 'o3', 'gpt-6-luna', 'llama3.2'].map(encodingOf)).toEqual(
    Array(5).fill('o200k_base'),
  );
  expect(['gpt-4-turbo', 'gpt-4', 'gpt-4-0613', 'gpt-3.5-turbo-0125'].map(encodingOf)).toEqual(
    Array(4).fill('cl100k_base'),
  );
});

test('texts are counted in their order, and nothing is nothing', async () => {
  expect(await counter.count(['hello world', '', 'hello'], 'gpt-4o')).toEqual([2, 0, 1]);
});

test('200,000 equal characters are counted in seconds, as many as they are', async () => {
  const [letters = 0, gap = 0] = await counter.count(['a'.repeat(200_000), ' '.repeat(200_000)], 'gpt-4o');
  expect(letters).toBe(25_000);
  expect(Math.abs(gap - 1563)).toBeLessThanOrEqual(2 * 33);
}, 20_000);

test('the tokenizer is loaded by the first text that is counted, not before', async () => {
  const own = new WorkerCounter(file);
  await own.count([''], 'gpt-4o');
  expect(own.started).toBe(false);
  await own.count(['hello'], 'gpt-4o');
  expect(own.started).toBe(true);
  own.close();
});

test('a thread that breaks fails what it was asked, and the next count has a new one', async () => {
  const broken = new WorkerCounter(new URL('data:text/javascript,throw new Error("broken")'));
  await expect(broken.count(['hello'], 'gpt-4o')).rejects.toThrow('broken');
  await expect(broken.count(['hello'], 'gpt-4o')).rejects.toThrow('broken');
  broken.close();
});

test('what is still counted when it closes is refused, and so is what comes later', async () => {
  const own = new WorkerCounter(file);
  const late = own.count(['hello'], 'gpt-4o');
  own.close();
  await expect(late).rejects.toThrow('closed');
  await expect(own.count(['hello'], 'gpt-4o')).rejects.toThrow('closed');
});
