import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import QuestionEditor from './QuestionEditor.svelte';

async function setUp(props: { text?: string; busy?: boolean; note?: string } = {}) {
  const on = { oninput: vi.fn(), onsend: vi.fn(), oncancel: vi.fn() };
  await render(QuestionEditor, { text: 'Why blue?', busy: false, ...on, ...props });
  const box = page.getByRole('textbox', { name: 'Edit question' });
  await expect.element(box).toHaveFocus();
  return { ...on, box };
}

test('it has the focus, with the caret at its end, and tells every change', async () => {
  const { oninput } = await setUp();
  await userEvent.keyboard('!');
  expect(oninput).toHaveBeenLastCalledWith('Why blue?!');
});

test('Enter sends, Shift+Enter breaks the line', async () => {
  const { onsend, oninput } = await setUp();
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  expect(onsend).not.toHaveBeenCalled();
  expect(oninput).toHaveBeenLastCalledWith('Why blue?\n');
  await userEvent.keyboard('{Enter}');
  expect(onsend).toHaveBeenCalledOnce();
});

test('Enter that confirms a word in an input method does not send, nor does its Escape cancel', async () => {
  const { onsend, oncancel, box } = await setUp();
  for (const key of ['Enter', 'Escape']) {
    box.element().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, isComposing: true }));
  }
  expect(onsend).not.toHaveBeenCalled();
  expect(oncancel).not.toHaveBeenCalled();
});

test('Escape cancels, and goes no further: the answer is not stopped by it', async () => {
  const { oncancel } = await setUp();
  const heard = vi.fn();
  window.addEventListener('keydown', heard);
  await userEvent.keyboard('{Escape}');
  window.removeEventListener('keydown', heard);
  expect(oncancel).toHaveBeenCalledOnce();
  expect(heard).not.toHaveBeenCalled();
});

test('while an answer is written it cannot be sent, and says why', async () => {
  const { onsend } = await setUp({ busy: true });
  await userEvent.keyboard('{Enter}');
  expect(onsend).not.toHaveBeenCalled();
  await expect.element(page.getByRole('button', { name: 'Send' })).toBeDisabled();
  await expect.element(page.getByText('It can be sent when the answer has ended.')).toBeVisible();
});

test('it says what its sending costs beside the new words', async () => {
  await setUp({ note: 'About $0.16 of this is for earlier messages that are not in the cache.' });
  await expect.element(page.getByText(/About \$0.16 of this/)).toBeVisible();
});
