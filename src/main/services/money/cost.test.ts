import { expect, test } from 'vitest';
import type { Price, ToolCalls, Usage } from '../../../shared/money';
import { openLibrary } from '../../storage/open-library';
import { PriceList } from './price-list';

/**
 * Usages, and what they cost by OpenAI's rules: micro-dollars worked out by hand, the working beside each.
 *
 * Where the rules stand, as of 2026-11-22:
 * - SHARES: (input − cached − written)·in + cached·read + written·write + output·out; thoughts are output.
 *   developers.openai.com/api/docs/guides/prompt-caching, and each model's page
 * - LONG: above 272,000 tokens of input all of it ×2 (input and cache) and ×1.5 (output).
 *   developers.openai.com/api/docs/models/gpt-6.2-sol: “more than 272K input tokens … for the full request”
 * - TIERS: Batch and Flex half, Fast twice; ultrafast ×3 to 2027-02-28 and ×6 from 2027-03-01 (gpt-6.2-sol), ×6
 *   (gpt-6-astra, gpt-6.1-sol). The pages of these models; openai.com/api-fast-mode
 * - REGION: +10 % for models released on or after 2026-03-05. developers.openai.com/api/docs/guides/data-residency
 * - FEES: $10 for 1,000 web searches, $2.50 for 1,000 file searches. developers.openai.com/api/docs/pricing
 * - DATES: the price cuts of 2026-07-30 and 2026-08-21. developers.openai.com/api/docs/changelog
 *
 * A price of $2 for a million tokens is 2 micro-dollars for one.
 */
const OPENAI = 'https://api.openai.com/v1';
const EU = 'https://eu.api.openai.com/v1';
const OLLAMA = 'http://localhost:11434/v1';
const AZURE = 'https://acme.openai.azure.com/openai/v1';

/** The user's own: 3 in, 0.3 cached, as input for writes, 9 out; for a local model half a cent of a cent. */
const own: Readonly<Record<string, Price>> = {
  'llama3.2:latest': {
    input: 0.0005,
    cachedInput: null,
    cacheWrite: null,
    output: 0.0015,
    longContext: null,
  },
  'gpt-4.1': {
    ...{ input: 3, cachedInput: 0.3, cacheWrite: null, output: 9 },
    longContext: { over: 1000, inputTimes: 3, outputTimes: 1.25 },
  },
  'gpt-4o-mini': { input: 1, cachedInput: 0, cacheWrite: null, output: 2, longContext: null },
};

interface More {
  readonly tier?: string;
  readonly address?: string;
  readonly day?: string;
  readonly tools?: ToolCalls;
  readonly writtenFor12Hours?: number;
}

/** `used` is input, cached, written, output and, within the output, thoughts. */
function row(
  model: string,
  [input, cached = 0, cacheWritten = 0, output = 0, reasoning = 0]: readonly number[],
  micros: number | null,
  working: string,
  { tier, address = OPENAI, day = '2026-11-22', tools = {}, ...more }: More = {},
) {
  const usage: Usage = { input: input ?? 0, cached, cacheWritten, output, reasoning };
  const used = { ...more, model, usage, tier: tier ?? null, address, tools, at: Date.parse(day) };
  return {
    what: [model, tier ?? '', address === OPENAI ? '' : address, day].join(' '),
    used,
    micros,
    working,
  };
}

const rows = [
  // Every model's standard price, SHARES
  row('gpt-6.2-sol', [1000, 0, 0, 500], 7_000, '1000·2 + 500·10'),
  row('gpt-6-astra', [1000, 0, 0, 500], 35_000, '1000·10 + 500·50'),
  row('gpt-6.1-sol', [1000, 0, 0, 500], 7_000, '1000·2 + 500·10'),
  row('gpt-6.1-terra', [1000, 0, 0, 500], 3_500, '1000·1 + 500·5'),
  row('gpt-6-sol', [1000, 0, 0, 500], 7_000, '1000·2 + 500·10'),
  row('gpt-6-luna', [1000, 0, 0, 500], 350, '1000·0.1 + 500·0.5'),
  row('gpt-5.6-sol', [1000, 0, 0, 500], 14_000, '1000·4 + 500·20'),
  row('gpt-5.6-terra', [1000, 0, 0, 500], 8_000, '1000·2 + 500·12'),
  row('gpt-5.6-luna', [1000, 0, 0, 500], 800, '1000·0.2 + 500·1.2'),
  row('gpt-5.5', [1000, 0, 0, 500], 20_000, '1000·5 + 500·30'),
  row('gpt-5.5-pro', [1000, 0, 0, 500], 120_000, '1000·30 + 500·180'),
  row('gpt-5.4', [1000, 0, 0, 500], 10_000, '1000·2.5 + 500·15'),
  row('gpt-5.4-pro', [1000, 0, 0, 500], 120_000, '1000·30 + 500·180'),
  row('gpt-5.4-mini', [1000, 0, 0, 500], 3_000, '1000·0.75 + 500·4.5'),
  row('gpt-5.4-nano', [1000, 0, 0, 500], 825, '1000·0.2 + 500·1.25'),
  row('gpt-5.3-codex', [1000, 0, 0, 500], 8_750, '1000·1.75 + 500·14'),
  row('gpt-5.2', [1000, 0, 0, 500], 8_750, '1000·1.75 + 500·14'),
  row('gpt-5.2-pro', [1000, 0, 0, 500], 105_000, '1000·21 + 500·168'),
  row('gpt-5.1', [1000, 0, 0, 500], 6_250, '1000·1.25 + 500·10'),
  row('gpt-5', [1000, 0, 0, 500], 6_250, '1000·1.25 + 500·10'),
  row('gpt-5-mini', [1000, 0, 0, 500], 1_250, '1000·0.25 + 500·2'),
  row('gpt-5-nano', [1000, 0, 0, 500], 250, '1000·0.05 + 500·0.4'),
  row('gpt-4.1-mini', [1000, 0, 0, 500], 1_200, '1000·0.4 + 500·1.6'),
  row('gpt-4o', [1000, 0, 0, 500], 7_500, '1000·2.5 + 500·10'),
  row('o3', [1000, 0, 0, 500], 6_000, '1000·2 + 500·8'),
  row('gpt-4.1-nano', [1000, 0, 0, 500], 300, '1000·0.1 + 500·0.4'),
  row('o4-mini', [1000, 0, 0, 500], 3_300, '1000·1.1 + 500·4.4'),
  row('gpt-4-turbo', [1000, 0, 0, 500], 25_000, '1000·10 + 500·30'),
  row('gpt-3.5-turbo-0125', [1000, 0, 0, 500], 1_250, '1000·0.5 + 500·1.5'),

  // Cache reads and writes, SHARES
  row('gpt-6.2-sol', [5000, 4000, 0, 840], 10_800, '1000·2 + 4000·0.1 + 840·10'),
  row('gpt-6.2-sol', [5000, 0, 5000, 0], 12_500, '5000·2.5'),
  row(
    'gpt-6.2-sol',
    [10_000, 6000, 3000, 200],
    12_100,
    '1000·2 + 6000·0.1 + 3000·2.5 + 200·10 = 2000 + 600 + 7500 + 2000',
  ),
  row('gpt-6-luna', [2048, 1024, 1024], 138, '1024·0.01 + 1024·0.125 = 10.24 + 128'),
  row('gpt-6-astra', [4000, 4000], 4_000, '4000·1: all of it from the cache'),
  row(
    'gpt-5.5',
    [2000, 1000, 500],
    5_500,
    '500·5 + 1000·0.5 + 500·5: a write without a price of its own is input',
  ),
  row('gpt-5.5-pro', [1000, 600], 30_000, '400·30 + 600·30: a read without a price is input'),
  row('gpt-4o', [3000, 2048], 4_940, '952·2.5 + 2048·1.25 = 2380 + 2560'),

  // Thoughts are output, once
  row('gpt-6.2-sol', [100, 0, 0, 900, 800], 9_200, '100·2 + 900·10; 800 of the 900 are thoughts'),
  row('o3', [100, 0, 0, 64, 64], 712, '100·2 + 64·8: nothing but thoughts'),

  // The edge of LONG
  row('gpt-6.2-sol', [272_000, 0, 0, 1000], 554_000, '272000·2 + 1000·10'),
  row('gpt-6.2-sol', [272_001, 0, 0, 1000], 1_103_004, '272001·4 + 1000·15'),
  row(
    'gpt-6.2-sol',
    [300_000, 200_000, 50_000, 1000],
    505_000,
    '50000·4 + 200000·0.2 + 50000·5 + 1000·15 = 200000 + 40000 + 250000 + 15000',
  ),
  row(
    'gpt-6.2-sol',
    [300_000, 300_000, 0, 1000],
    75_000,
    '300000·0.2 + 1000·15: what is cached counts as input',
  ),
  row('gpt-5.4-mini', [272_001], 204_001, '272001·0.75 = 204000.75: no such tariff'),
  row('gpt-4.1-mini', [1_000_000, 0, 0, 1], 400_002, '1000000·0.4 + 1.6: no such tariff'),

  // TIERS
  row('gpt-6.2-sol', [1000, 0, 0, 500], 7_000, '×1', { tier: 'default' }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 7_000, '×1', { tier: 'auto' }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 3_500, '7000·0.5', { tier: 'flex' }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 3_500, '7000·0.5', { tier: 'batch' }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 14_000, '7000·2', { tier: 'fast' }),
  row('gpt-5.6-sol', [1000, 500, 0, 100], 8_400, '(500·4 + 500·0.4 + 100·20)·2: Fast by its old name', {
    tier: 'priority',
  }),
  row('gpt-5.5', [1000, 0, 0, 500], 50_000, '1000·12.5 + 500·75', { tier: 'fast' }),
  row('gpt-6.2-sol', [272_001, 0, 0, 1000], 2_206_008, '1103004·2', { tier: 'fast' }),
  row('gpt-6.2-sol', [272_001, 0, 0, 1000], 551_502, '1103004·0.5', { tier: 'flex' }),
  row('gpt-5.5', [272_001, 0, 0, 1], null, 'Fast “excludes long context” for it', { tier: 'fast' }),
  row('gpt-4o-2024-05-13', [10], null, 'the first GPT-4o has no known price', { tier: 'fast' }),
  row('gpt-5.4-nano', [10], null, 'no published multiple', { tier: 'fast' }),
  row('gpt-6.2-sol', [10], null, 'bought ahead: no price by the token', { tier: 'scale' }),
  row('gpt-6.2-sol', [10], null, 'a tier that nobody has heard of', { tier: 'galactic' }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 21_000, '7000·3, the last day', {
    tier: 'ultrafast',
    day: '2027-02-28',
  }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 42_000, '7000·6', { tier: 'ultrafast', day: '2027-03-01' }),
  row('gpt-6-astra', [1000, 0, 0, 500], 210_000, '1000·60 + 500·300', { tier: 'ultrafast' }),
  row('gpt-6-luna', [1000], null, 'not offered for it', { tier: 'ultrafast' }),
  row('gpt-6.2-sol', [272_001], null, 'no price found above 272,000', { tier: 'ultrafast' }),

  // REGION
  row('gpt-6.2-sol', [1000, 0, 0, 500], 7_700, '7000·1.1', { address: EU }),
  row('gpt-5.4', [1000, 0, 0, 500], 11_000, '10000·1.1: released on 2026-03-05', { address: EU }),
  row('gpt-5.2', [1000, 0, 0, 500], 8_750, '×1: older than the uplift', { address: EU }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 15_400, '7000·2·1.1', { tier: 'fast', address: EU }),
  row('gpt-6.2-sol', [272_001, 0, 0, 1000], 1_213_304, '1103004·1.1 = 1213304.4', { address: EU }),
  row('gpt-6.2-sol', [1000], 22_200, '2000·1.1 + 2·10000: fees are as listed', {
    address: EU,
    tools: { web_search: 2 },
  }),
  row('gpt-6.2-sol', [1000], null, 'not OpenAI’s server', {
    address: 'https://api.openai.com.evil.example/v1',
  }),
  row('gpt-6.2-sol', [1000], null, 'not proven to be OpenAI’s server', {
    address: 'http://api.openai.com/v1',
  }),

  // FEES
  row('gpt-6.2-sol', [1000, 0, 0, 500], 37_000, '7000 + 3·10000', { tools: { web_search: 3 } }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 22_000, '7000 + 10000 + 2·2500', {
    tools: { web_search: 1, file_search: 2 },
  }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], 13_500, '7000·0.5 + 10000: tiers are of tokens', {
    tier: 'flex',
    tools: { web_search: 1 },
  }),
  row('gpt-6.2-sol', [1000], null, 'by the container, which nobody counts', {
    tools: { code_interpreter: 1 },
  }),
  row('gpt-6.2-sol', [1000], 2_000, '1000·2: not called', { tools: { code_interpreter: 0 } }),
  row('gpt-6.2-sol', [1000], null, 'an unknown tool', { tools: { toString: 1 } }),

  // Twelve hours in the cache
  row('gpt-6.2-sol', [1000, 0, 500], null, 'not known for every tier and length', { writtenFor12Hours: 500 }),

  // Unknown models
  row('gpt-7', [1000, 0, 0, 500], null, 'nobody knows'),
  row('ft:gpt-4o:acme::abc', [1000], null, 'tuned models cost otherwise'),
  row('toString', [1000], null, 'nobody knows'),

  // Snapshots
  row('gpt-4o-2024-08-06', [1000, 0, 0, 500], 7_500, 'as gpt-4o'),
  row('gpt-4o-2024-05-13', [1000, 0, 0, 500], null, 'the first GPT-4o cost twice as much'),
  row('gpt-6.2-sol-2026-11-17', [1000, 0, 0, 500], 14_000, 'as gpt-6.2-sol, Fast too', { tier: 'fast' }),
  row('gpt-4.1-2025-04-14', [1000, 0, 0, 100], 3_900, '1000·3 + 100·9: the user’s own for gpt-4.1'),

  // Other servers
  row('gpt-6.2-sol', [1000, 0, 0, 500], null, 'OpenAI’s prices are OpenAI’s', { address: OLLAMA }),
  row('gpt-6.2-sol', [1000, 0, 0, 500], null, 'Azure has its own', { address: AZURE }),
  row('llama3.2:latest', [1000, 0, 0, 1000], 2, '1000·0.0005 + 1000·0.0015', { address: OLLAMA }),
  row('llama3.2:latest', [1000], null, 'a tier of who knows whom', { tier: 'flex', address: OLLAMA }),
  row('llama3.2:latest', [1000], null, 'nor its tools', { address: OLLAMA, tools: { web_search: 1 } }),
  row('gpt-4.1', [1000, 400, 100, 100], 2_820, '500·3 + 400·0.3 + 100·3 + 100·9 = 1500 + 120 + 300 + 900', {
    address: AZURE,
  }),

  // The user's own at OpenAI's
  row('gpt-4.1', [1001, 0, 0, 100], 10_134, '1001·9 + 100·11.25'),
  row('gpt-4.1', [1000, 0, 0, 100], 1_950, '3900·0.5', { tier: 'flex' }),
  row('gpt-4o-mini', [500, 500], 0, '500·0: a cache that is free'),

  // DATES
  row(
    'gpt-5.6-terra',
    [1000, 200, 300, 500],
    9_738,
    '500·2.5 + 200·0.25 + 300·3.125 + 500·15 = 1250 + 50 + 937.5 + 7500 = 9737.5',
    { day: '2026-07-15' },
  ),
  row('gpt-5.6-terra', [1000, 0, 0, 500], 10_000, '1000·2.5 + 500·15, the last day', { day: '2026-07-29' }),
  row('gpt-5.6-terra', [1000, 0, 0, 500], 8_000, '1000·2 + 500·12, the first', { day: '2026-07-30' }),
  row('gpt-5.6-luna', [1000, 0, 0, 500], 4_000, '1000·1 + 500·6', { day: '2026-07-15' }),
  row('gpt-5.6-luna', [1000, 0, 0, 500], 800, '1000·0.2 + 500·1.2', { day: '2026-08-01' }),
  row('gpt-5.6-sol', [1000, 0, 0, 500], 20_000, '1000·5 + 500·30', { day: '2026-08-20' }),
  row('gpt-5.6-sol', [1000, 0, 0, 500], 14_000, '1000·4 + 500·20', { day: '2026-08-21' }),
  row('gpt-5.6-sol', [272_001, 0, 0, 1000], 2_765_010, '272001·10 + 1000·45', { day: '2026-07-15' }),
  row('o3', [1000], null, 'what it cost before is not known here', { day: '2025-06-09' }),

  // Half a micro-dollar goes up, and only once
  row('gpt-6-luna', [5], 1, '5·0.1 = 0.5'),
  row('gpt-6-luna', [4], 0, '4·0.1 = 0.4'),
  row('gpt-6-luna', [4, 0, 0, 1], 1, '0.4 + 0.5 = 0.9, not 0 + 1'),
  row('gpt-6-luna', [5, 0, 0, 5], 3, '0.5 + 2.5 = 3, not 1 + 3'),
  row('gpt-5-nano', [1, 1], 0, '0.005'),
  row('gpt-5-nano', [100, 100], 1, '100·0.005 = 0.5'),
  row('gpt-6-luna', [35], 4, '35·0.1·1.1 = 3.85', { address: EU }),
  row('gpt-6-luna', [5], 0, '5·0.1·0.5 = 0.25', { tier: 'flex' }),
  row('gpt-5.4-nano', [0, 0, 0, 2], 3, '2·1.25 = 2.5'),

  // Very much, and what makes no sense
  row(
    'gpt-5.4-mini',
    [1e12 + 1, 0, 0, 1e12],
    5_250_000_000_001,
    '(1e12 + 1)·0.75 + 1e12·4.5 = 5.25e12 + 0.75',
  ),
  row(
    'gpt-3.5-turbo-0125',
    [Number.MAX_SAFE_INTEGER],
    4_503_599_627_370_496,
    '(2⁵³ − 1)·0.5 = 4503599627370495.5',
  ),
  row('gpt-6-astra', [Number.MAX_SAFE_INTEGER], null, 'more than can be counted'),
  row('gpt-6.2-sol', [100, 80, 30], null, 'shares that are more than the whole'),
  row('gpt-6.2-sol', [1.5], null, 'half a token'),
  row('gpt-6.2-sol', [10, 0, 0, -1], null, 'less than nothing'),

  // Nothing costs nothing, whoever is asked
  row('gpt-6.2-sol', [0], 0, 'nothing'),
  row('gpt-7', [0], 0, 'nothing, at a price that nobody knows', { tier: 'galactic', address: OLLAMA }),
  row('gpt-6.2-sol', [0], 10_000, '10000: a search without a token', { tools: { web_search: 1 } }),
];

const prices = new PriceList({
  priceRows: openLibrary(':memory:').priceRows,
  files: { save: () => Promise.resolve(false) },
  fetch,
  now: () => Date.parse('2026-11-22'),
});
for (const [model, price] of Object.entries(own)) prices.set(model, price);

test.each(rows)('$what costs $micros: $working', ({ used, micros }) => {
  expect(prices.cost(used).micros).toBe(micros);
});

test('the table has at least sixty usages, and every model', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
  const priced = new Set(rows.map(({ used }) => used.model));
  expect(prices.table().models.flatMap(({ model }) => (priced.has(model) ? [] : [model]))).toEqual([]);
});

test.each([
  [row('gpt-6.2-sol', [1], 2, ''), '2026-11-22'],
  [row('gpt-4.1', [1], 3, ''), '2026-11-22 own'],
  [row('llama3.2:latest', [2000], 1, '', { address: OLLAMA }), '2026-11-22 own'],
  [row('gpt-7', [1], null, ''), 'none'],
  [row('gpt-6.2-sol', [1], null, '', { tier: 'scale' }), 'none'],
])('a cost names the list that it was reckoned with: %o', ({ used, micros }, version) => {
  expect(prices.cost(used)).toEqual({ micros, toolMicros: 0, version });
});

test('what the tools cost is told apart, also where the rest is unknown', () => {
  const tools = { web_search: 1 };
  expect(prices.cost(row('gpt-6.2-sol', [1000], 0, '', { tools }).used).toolMicros).toBe(10_000);
  expect(prices.cost(row('gpt-7', [1000], 0, '', { tools }).used)).toMatchObject({
    micros: null,
    toolMicros: 10_000,
  });
});
