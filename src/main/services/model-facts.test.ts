import { expect, test } from 'vitest';
import { efforts } from '../../shared/model';
import { factsOf, knownModels } from './model-facts';
import file from './models.json';

const DAY = /^20\d\d-\d\d-\d\d$/;

test('the newest model reads, costs, ends and thinks as OpenAI says', () => {
  expect(factsOf('gpt-6.2-sol')).toEqual({
    id: 'gpt-6.2-sol',
    name: 'GPT-6.2 Sol',
    shutdownAt: null,
    replacement: null,
    contextWindow: 1_050_000,
    maxInput: 922_000,
    maxOutput: 128_000,
    images: true,
    reasons: true,
    efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
    defaultEffort: null,
    verbosity: true,
    price: { input: 2, output: 10 },
  });
});

test('a model that ends has its day and what takes its place', () => {
  expect(factsOf('gpt-5-mini')).toMatchObject({
    shutdownAt: Date.UTC(2026, 11, 11),
    replacement: 'gpt-6.1-terra',
  });
});

test('a dated version has the facts of its model, and its date in the name', () => {
  const { id, name, ...facts } = factsOf('gpt-4o-2024-08-06');
  const { id: baseId, name: baseName, ...base } = factsOf('gpt-4o');
  expect([id, name]).toEqual(['gpt-4o-2024-08-06', 'GPT-4o (2024-08-06)']);
  expect([baseId, baseName]).toEqual(['gpt-4o', 'GPT-4o']);
  expect(facts).toEqual(base);
});

test('a dated version that the facts are not true of has none: the first GPT-4o cost twice as much', () => {
  expect(factsOf('gpt-4o-2024-05-13')).toMatchObject({ name: 'GPT-4o (2024-05-13)', price: null });
});

test.each(['llama3.2:latest', 'ft:gpt-4o:acme::abc', 'gpt-7', 'toString', 'gpt-9-2030-01-01', ''])(
  'of an unknown model little is believed: “%s”',
  (id) => {
    expect(factsOf(id)).toMatchObject({
      id,
      maxInput: null,
      reasons: false,
      efforts: [],
      verbosity: false,
      price: null,
      shutdownAt: null,
    });
  },
);

test('before GPT-5 nothing can be told how much to say, and neither can Codex', () => {
  const told = knownModels().flatMap(({ id, verbosity }) => (verbosity ? [id] : []));
  expect(told.filter((id) => !/^gpt-[56]/.test(id) || id.includes('codex'))).toEqual([]);
  expect(told).toHaveLength(21);
});

test('every fact in the file is of the kind that it should be', () => {
  expect(file.models).toHaveLength(31);
  expect(new Set(file.models.map(({ id }) => id)).size).toBe(31);
  for (const model of file.models) {
    const { id, price, maxInput, contextWindow, maxOutput } = model;
    expect(
      model.efforts.filter((effort) => !efforts.some((known) => known === effort)),
      id,
    ).toEqual([]);
    if (model.defaultEffort !== null) expect(model.efforts, id).toContain(model.defaultEffort);
    expect(model.efforts.length > 0, id).toBe(model.reasons);
    for (const day of [model.released, model.shutdown, model.knowledgeCutoff]) {
      if (day !== null) expect(day, id).toMatch(DAY);
    }
    const prices = [price.input, price.cachedInput, price.cacheWrite, price.output];
    for (const amount of prices) if (amount !== null) expect(amount, id).toBeGreaterThan(0);
    expect(price.output, id).toBeGreaterThan(price.input);
    expect((maxInput ?? 0) + (maxInput === null ? 0 : maxOutput), id).toBeLessThanOrEqual(contextWindow);
  }
});

test('whatever takes a model’s place is known, too, and lasts longer', () => {
  for (const { id, shutdownAt, replacement } of knownModels()) {
    if (replacement === null) continue;
    expect(factsOf(replacement).price, id).not.toBeNull();
    expect(factsOf(replacement).shutdownAt ?? Infinity, id).toBeGreaterThan(shutdownAt ?? 0);
  }
});
