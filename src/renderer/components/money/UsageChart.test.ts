import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import UsageChart from './UsageChart.svelte';

const columns = [
  { key: '2026-11-21', value: 3_000_000, parts: [2_000_000, 1_000_000] },
  { key: '2026-11-22', value: 1, parts: [0, 1] },
  { key: '2026-11-23', value: 0, parts: [0, 0] },
];

async function setUp() {
  await render(UsageChart, {
    ...{ columns, series: [{ model: 'sol' }, { model: '' }], measure: 'cost' as const },
    name: (model: string) => model.toUpperCase(),
  });
  const bars = [...document.querySelectorAll<SVGGElement>('.column')].map((column) =>
    [...column.querySelectorAll<SVGRectElement>('.part')].map((part) => ({
      top: part.y.baseVal.value,
      height: part.height.baseVal.value,
      fill: part.getAttribute('fill'),
    })),
  );
  return { bars };
}

test('parts of a bar stand on one another, as high as they cost, each with its own look', async () => {
  const { bars } = await setUp();
  const [below, above] = bars[0] ?? [];
  expect(above?.top).toBeLessThan(below?.top ?? 0);
  expect((below?.height ?? 0) / (above?.height ?? 1)).toBeCloseTo(2, 1);
  expect(below?.fill).not.toBe(above?.fill);
});

test('the least that was spent is seen, and nothing spent is nothing', async () => {
  const { bars } = await setUp();
  expect(bars[1]?.[0]?.height).toBeGreaterThanOrEqual(2);
  expect(bars[2]).toEqual([]);
});

test('it says in words what it shows, and the legend names every look', async () => {
  await setUp();
  await expect
    .element(page.getByRole('img', { name: /The most was \$3\.00, Sat 21 Nov 2026/ }))
    .toBeVisible();
  const legend = page.getByRole('list', { name: 'Models in the chart' });
  await expect.element(legend).toHaveTextContent('SOL Other models');
  expect(document.querySelector('.column title')?.textContent).toBe(
    'Sat 21 Nov 2026: $3.00\nSOL: $2.00\nOther models: $1.00',
  );
});
