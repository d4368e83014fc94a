import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Model } from '../../../shared/model';
import type { ModelChoice } from '../../lib/model-words';
import ModelList from './ModelList.svelte';

const NOW = Date.UTC(2026, 10, 22);

function choice(id: string, name: string, facts: Partial<Model> = {}): ModelChoice {
  const unknown: Model = {
    ...{
      id,
      name,
      shutdownAt: null,
      replacement: null,
      contextWindow: null,
      maxInput: null,
      maxOutput: null,
    },
    ...{ images: false, reasons: false, efforts: [], defaultEffort: null, verbosity: false, price: null },
  };
  return { id, name, offered: true, facts: { ...unknown, ...facts } };
}

const sol = choice('gpt-6.2-sol', 'GPT-6.2 Sol', {
  contextWindow: 1_050_000,
  images: true,
  reasons: true,
  price: { input: 2, output: 10 },
});
const mini = choice('gpt-5-mini', 'GPT-5 mini', {
  shutdownAt: Date.UTC(2026, 11, 11),
  replacement: 'gpt-6.1-terra',
});
const dated = choice('gpt-5-mini-2025-08-07', 'GPT-5 mini (2025-08-07)');
const llama: ModelChoice = { ...choice('llama3', 'llama3'), offered: false };

async function setUp(current = mini.id) {
  const onpick = vi.fn();
  await render(ModelList, { choices: [sol, mini, dated, llama], current, now: NOW, onpick });
  const field = page.getByRole('combobox', { name: 'Find or type a model' });
  await field.click();
  const options = () =>
    page
      .getByRole('option')
      .elements()
      .map((option) => option.textContent.trim().replace(/\s+/g, ' '));
  /** The one that Enter picks, as a screen reader hears it. */
  const active = () => {
    const id = field.element().getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.textContent.trim().split('  ')[0] ?? '';
  };
  return { onpick, field, options, active };
}

test('a model is told by what it costs, can do and when it ends', async () => {
  const { options } = await setUp();
  expect(options()).toEqual([
    'GPT-6.2 Sol $2 in · $10 out 1M context · reads images · thinks',
    'GPT-5 mini Ends 11 Dec 2026 · GPT-6.1 Terra takes its place',
    'llama3 Not offered by this server',
  ]);
  await expect.element(page.getByText(/One dated version more/)).toBeVisible();
});

test('the model in use is where one begins', async () => {
  const { active } = await setUp();
  expect(active()).toContain('GPT-5 mini');
  await expect
    .element(page.getByRole('option', { name: /GPT-5 mini/ }))
    .toHaveAttribute('aria-selected', 'true');
});

test('arrows go round, Page keys stop at the end, and Enter picks', async () => {
  const { onpick, active } = await setUp(sol.id);
  await userEvent.keyboard('{ArrowUp}');
  expect(active()).toContain('llama3');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(active()).toContain('GPT-5 mini');
  await userEvent.keyboard('{PageDown}');
  expect(active()).toContain('llama3');
  await userEvent.keyboard('{Enter}');
  expect(onpick).toHaveBeenCalledExactlyOnceWith('llama3');
});

test('typing finds, dated versions too, and Enter takes the first that fits', async () => {
  const { onpick, options } = await setUp();
  await userEvent.keyboard('mini');
  expect(options().map((words) => words.slice(0, 10))).toEqual(['GPT-5 mini', 'GPT-5 mini', 'Use “mini”']);
  await userEvent.keyboard('{Enter}');
  expect(onpick).toHaveBeenCalledExactlyOnceWith(mini.id);
});

test('any other id can be typed and chosen, and one that is listed is not offered twice', async () => {
  const { onpick, options } = await setUp();
  await userEvent.keyboard('my-model');
  expect(options()).toEqual(['Use “my-model”']);
  await userEvent.keyboard('{Enter}');
  expect(onpick).toHaveBeenCalledExactlyOnceWith('my-model');
  await userEvent.clear(page.getByRole('combobox'));
  await userEvent.keyboard('llama3');
  expect(options()).toEqual(['llama3 Not offered by this server']);
});

test('Enter that ends a word of an input method picks nothing', async () => {
  const { onpick, field } = await setUp();
  field
    .element()
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  expect(onpick).not.toHaveBeenCalled();
});

test('a click picks', async () => {
  const { onpick } = await setUp();
  await page.getByRole('option', { name: /GPT-6.2 Sol/ }).click();
  expect(onpick).toHaveBeenCalledExactlyOnceWith(sol.id);
});

test('prices are for so many tokens, and of a day', async () => {
  const props = { choices: [sol], current: sol.id, now: NOW, onpick: () => undefined };
  const screen = await render(ModelList, props);
  await expect.element(page.getByText('Prices are for 1M tokens.')).toBeVisible();
  await screen.rerender({ pricesAsOf: '2026-11-22' });
  await expect.element(page.getByText('Prices are for 1M tokens, as of 22 Nov 2026.')).toBeVisible();
});
