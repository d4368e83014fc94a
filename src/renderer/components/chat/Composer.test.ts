import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { followEnter } from '../../lib/enter-key';
import Composer from './Composer.svelte';

afterEach(() => followEnter(() => true));

async function setUp(props: { busy?: boolean; text?: string; enabled?: boolean } = {}) {
  const onsend = vi.fn();
  const onstop = vi.fn();
  const screen = await render(Composer, { text: '', busy: false, onsend, onstop, ...props });
  const box = page.getByRole('textbox', { name: 'Message' });
  const field = () => box.element() as HTMLTextAreaElement;
  return { onsend, onstop, screen, box, field };
}

test('Enter sends what was typed and empties the box, which keeps the focus', async () => {
  const { onsend, box, field } = await setUp();
  await userEvent.type(box, 'Hello{Enter}');
  expect(onsend).toHaveBeenCalledExactlyOnceWith('Hello');
  expect(field().value).toBe('');
  expect(document.activeElement).toBe(field());
});

test('Shift+Enter breaks the line', async () => {
  const { onsend, box, field } = await setUp();
  await userEvent.type(box, 'One{Shift>}{Enter}{/Shift}Two');
  expect(onsend).not.toHaveBeenCalled();
  expect(field().value).toBe('One\nTwo');
});

test('where the user wants it the other way round, Enter breaks the line and Shift+Enter sends', async () => {
  followEnter(() => false);
  const { onsend, box, field } = await setUp();
  await expect.element(page.getByText('Shift+Enter to send · Enter for a new line')).toBeVisible();
  await userEvent.type(box, 'One{Enter}Two');
  expect(field().value).toBe('One\nTwo');
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  expect(onsend).toHaveBeenCalledExactlyOnceWith('One\nTwo');
});

test.each([
  ['isComposing', { isComposing: true }],
  ['keyCode 229', { keyCode: 229 }],
])('Enter that confirms a word in an input method does not send (%s)', async (_, how) => {
  const { onsend, field } = await setUp({ text: 'にほ' });
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...how });
  field().dispatchEvent(event);
  expect(onsend).not.toHaveBeenCalled();
  expect(event.defaultPrevented).toBe(false);
});

test('nothing but space is not sent', async () => {
  const { onsend, box } = await setUp();
  await userEvent.type(box, '   {Enter}');
  expect(onsend).not.toHaveBeenCalled();
  await expect.element(page.getByRole('button', { name: 'Send message' })).toBeDisabled();
});

test('while an answer is written Stop is in the place of Send, until there is something to queue', async () => {
  const { onsend, onstop, box, field } = await setUp({ busy: true });
  expect(page.getByRole('button', { name: 'Send message' }).query()).toBeNull();
  await userEvent.type(box, 'Next');
  await expect.element(page.getByText(/to send after the answer/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Send message' })).toBeEnabled();
  await userEvent.keyboard('{Enter}');
  expect(onsend).toHaveBeenCalledExactlyOnceWith('Next');
  await page.getByRole('button', { name: 'Stop' }).click();
  expect(onstop).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(field());
});

test('the second click of a double click on Send does not stop the answer', async () => {
  const { onstop } = await setUp({ busy: true });
  const stop = page.getByRole('button', { name: 'Stop' }).element();
  stop.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  expect(onstop).not.toHaveBeenCalled();
});

test('text stays while there is nothing to send to', async () => {
  const { onsend, box, field } = await setUp({ enabled: false });
  await userEvent.type(box, 'Hello{Enter}');
  expect(onsend).not.toHaveBeenCalled();
  expect(field().value).toBe('Hello');
});

test('arrow up in an empty box goes to the last question, and in a text it moves the caret', async () => {
  const onup = vi.fn(() => true);
  const nothing = vi.fn();
  await render(Composer, { text: '', busy: false, onsend: nothing, onstop: nothing, onup });
  const box = page.getByRole('textbox', { name: 'Message' });
  await userEvent.type(box, 'Hello{ArrowUp}');
  expect(onup).not.toHaveBeenCalled();
  await userEvent.clear(box);
  await userEvent.keyboard('{ArrowUp}');
  expect(onup).toHaveBeenCalledOnce();
});
