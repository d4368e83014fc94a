import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { applyReading } from '../../lib/reading';
import TextSize from './TextSize.svelte';
import '../../styles/tokens.css';

const slider = page.getByRole('slider', { name: 'Text size' });

test('the size goes up and down by keyboard, is told in pixels and stays within what can be read', async () => {
  let size = 19;
  const onchange = vi.fn((to: number) => void (size = to));
  const { rerender } = await render(TextSize, { size, onchange });
  slider.element().focus();
  for (const [key, expected] of [
    ['{ArrowRight}', 20],
    ['{ArrowRight}', 20],
    ['{Home}', 13],
    ['{ArrowLeft}', 13],
  ] as const) {
    await userEvent.keyboard(key);
    await rerender({ size, onchange });
    await expect.element(slider).toHaveAttribute('aria-valuetext', `${expected} px`);
    await expect.element(page.getByText(`${expected} px`, { exact: true })).toBeVisible();
  }
});

test('the usual size is one press away, and the focus stays', async () => {
  const onchange = vi.fn();
  const { rerender } = await render(TextSize, { size: 18, onchange });
  await page.getByRole('button', { name: 'Back to 15 px' }).click();
  expect(onchange).toHaveBeenCalledExactlyOnceWith(15);
  await rerender({ size: 15, onchange });
  await expect.element(slider).toHaveFocus();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
});

test.each([13, 15, 20])('the sample is read at %i px, and its code goes along', async (size) => {
  applyReading({ textSize: size, lineWidth: 'normal' }, document.documentElement);
  await render(TextSize, { size, onchange: () => undefined });
  const sizeOf = (text: RegExp) => parseFloat(getComputedStyle(page.getByText(text).element()).fontSize);
  expect(sizeOf(/^Sunlight is/)).toBe(size);
  expect(sizeOf(/^scattering/) / size).toBeCloseTo(13 / 15, 2);
});
