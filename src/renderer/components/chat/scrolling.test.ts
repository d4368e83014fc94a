import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Place } from '../../lib/place';
import { Scrolling } from './scrolling.svelte';

const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
let stop = () => {};
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** Ten turns of 300 pixels in a log of 500. */
async function setUp(place: Place | null = null) {
  const log = document.body.appendChild(document.createElement('div'));
  Object.assign(log.style, { position: 'relative', height: '500px', overflowY: 'auto' });
  log.tabIndex = 0;
  const turns = log.appendChild(document.createElement('div'));
  const rows = Array.from({ length: 10 }, (_, index) => {
    if (index % 5 === 0)
      turns.appendChild(document.createElement('div')).dataset['page'] = `t${String(index)}`;
    const row = (turns.lastElementChild ?? turns).appendChild(document.createElement('div'));
    row.dataset['turn'] = `t${String(index)}`;
    row.style.height = '300px';
    return row;
  });
  const places: (Place | null)[] = [];
  const scrolling = new Scrolling(log, place, (now) => places.push(now));
  stop = scrolling.begin();
  await frame();
  const grow = async (index: number, height: number) => {
    const row = rows[index];
    if (row) row.style.height = `${String(height)}px`;
    await frame();
  };
  return { log, rows, scrolling, places, grow };
}

test('a conversation opens at its end and stays there while its rows find their height', async () => {
  const { log, grow, scrolling } = await setUp();
  expect(log.scrollTop).toBe(2500);
  await grow(0, 800);
  await grow(9, 400);
  expect(log.scrollTop).toBe(3100);
  expect(scrolling.endInView).toBe(true);
});

test('one comes back to where one had read to, whatever the rows above have become', async () => {
  const { log, grow } = await setUp({ turn: 't4', offset: 120 });
  expect(log.scrollTop).toBe(1320);
  await grow(0, 700);
  expect(log.scrollTop).toBe(1720);
});

test('who scrolls away from the end is not brought back by what is written', async () => {
  const { log, grow, scrolling, places } = await setUp();
  log.scrollTop = 1000;
  await frame();
  await grow(9, 900);
  expect(log.scrollTop).toBe(1000);
  expect(scrolling.endInView).toBe(false);
  expect(places.at(-1)).toEqual({ turn: 't3', offset: 100 });
});

test('what one reads stays in its place when something above it changes', async () => {
  const { log, rows, grow } = await setUp();
  log.scrollTop = 1000;
  await frame();
  const before = rows[4]?.getBoundingClientRect().top;
  await grow(1, 500);
  expect(rows[4]?.getBoundingClientRect().top).toBe(before);
  expect(log.scrollTop).toBe(1200);
});

test('a question goes to the top and stays there while its answer grows', async () => {
  const { log, grow, scrolling } = await setUp();
  scrolling.toTurn('t8');
  await expect.poll(() => log.scrollTop).toBe(2400);
  await grow(9, 1500);
  expect(log.scrollTop).toBe(2400);
});

test('who asks for the end follows what is written until a key or a click', async () => {
  const { log, grow, scrolling } = await setUp({ turn: 't0', offset: 0 });
  scrolling.toEnd();
  await grow(9, 900);
  expect(log.scrollTop).toBe(3100);
  log.focus();
  await userEvent.keyboard('{Shift}');
  await grow(9, 1200);
  expect(log.scrollTop).toBe(3100);
  scrolling.toEnd();
  expect(log.scrollTop).toBe(3400);
});

test('a place that is gone leaves the conversation where it is', async () => {
  const { log, scrolling } = await setUp({ turn: 'gone', offset: 10 });
  expect(log.scrollTop).toBe(0);
  scrolling.toTurn('gone too');
  expect(log.scrollTop).toBe(0);
});

test('who asks for the top is there, also when more of the beginning comes later', async () => {
  const { log, rows, grow, places } = await setUp();
  log.focus();
  await userEvent.keyboard('{Home}');
  await frame();
  expect(log.scrollTop).toBe(0);
  const earlier = document.createElement('div');
  earlier.style.height = '4000px';
  log.firstElementChild?.prepend(earlier);
  await grow(0, 500);
  expect(log.scrollTop).toBe(0);
  expect(places.at(-1)).toMatchObject({ turn: 't0' });
  log.dispatchEvent(new WheelEvent('wheel'));
  log.scrollTop = 600;
  await frame();
  rows[9]?.remove();
  await frame();
  expect(log.scrollTop).toBe(600);
});
