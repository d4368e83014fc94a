import { expect, test, vi } from 'vitest';
import { Effort } from './effort';

const frame = () => new Promise((shown) => requestAnimationFrame(shown));

function workFor(ms: number): void {
  const start = performance.now();
  while (performance.now() - start < ms);
}

test('after a drawing that took a whole frame the next frame is left to others, and then it is drawn again', async () => {
  const effort = new Effort();
  await frame();
  effort.begin();
  workFor(20);
  expect(effort.resting).toBe(true);
  await vi.waitFor(() => expect(effort.resting).toBe(false));
});

test('it is known only when the frame is painted what a drawing took, and until then nothing is drawn again', async () => {
  const effort = new Effort();
  expect(effort.resting).toBe(false);
  await frame();
  effort.begin();
  expect(effort.resting).toBe(true);
});
