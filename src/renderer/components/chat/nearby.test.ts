import { afterEach, expect, test } from 'vitest';
import { Nearby } from './nearby';

let nearby: Nearby | undefined;
afterEach(() => {
  nearby?.end();
  document.body.replaceChildren();
});

/** A hundred rows of 400 pixels in a list of 600. */
function setUp() {
  const list = document.body.appendChild(document.createElement('div'));
  Object.assign(list.style, { height: '600px', overflowY: 'auto' });
  const made = (nearby = new Nearby(list));
  const drawn: number[] = [];
  const rows = Array.from({ length: 100 }, (_, index) => {
    const row = list.appendChild(document.createElement('div'));
    row.style.height = '400px';
    made.watch(row, () => drawn.push(index));
    return row;
  });
  return { list, rows, drawn, nearby: made };
}

test('what is near is drawn, what is far is not, and nothing twice', async () => {
  const { drawn } = setUp();
  await expect.poll(() => drawn.length).toBeGreaterThanOrEqual(5);
  expect(Math.max(...drawn)).toBeLessThan(7);
  expect(new Set(drawn).size).toBe(drawn.length);
  expect(drawn.slice(0, 2).sort()).toEqual([0, 1]);
});

test('a list that is not seen yet draws what will be in sight, and the rest once it is seen', async () => {
  const { list, drawn } = setUp();
  list.setAttribute('aria-hidden', 'true');
  await expect.poll(() => drawn).toEqual([0, 1]);
  await new Promise((resolve) => requestIdleCallback(resolve));
  for (let frame = 0; frame < 8; frame += 1) await new Promise(requestAnimationFrame);
  expect(drawn).toEqual([0, 1]);
  list.removeAttribute('aria-hidden');
  await expect.poll(() => drawn.length).toBeGreaterThanOrEqual(5);
});

test('what one jumps to is drawn', async () => {
  const { list, drawn } = setUp();
  list.scrollTop = 20_000;
  await expect.poll(() => drawn).toContain(50);
  expect(drawn).not.toContain(25);
});

test('paper gets everything, and one row can be asked for', () => {
  const { rows, drawn, nearby } = setUp();
  if (rows[70]) nearby.draw(rows[70]);
  expect(drawn).toEqual([70]);
  nearby.drawAll();
  expect(drawn).toHaveLength(100);
});

test('a row that waits for its frame is drawn at once when it is asked for', async () => {
  const { rows, drawn, nearby } = setUp();
  await expect.poll(() => drawn.length).toBeGreaterThanOrEqual(2);
  for (const row of rows.slice(0, 6)) nearby.draw(row);
  expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});
