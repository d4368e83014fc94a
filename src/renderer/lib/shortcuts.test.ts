import { afterEach, expect, test, vi } from 'vitest';
import { listen } from './shortcuts';

const actions = {
  newChat: vi.fn(),
  search: vi.fn(),
  openSettings: vi.fn(),
  openUsage: vi.fn(),
  toggleSidebar: vi.fn(),
  focusComposer: vi.fn(),
  chooseModel: vi.fn(),
  find: vi.fn(),
  findStep: vi.fn(),
  regenerate: vi.fn(),
  copyAnswer: vi.fn(),
  stop: vi.fn(() => true),
  deleteChat: vi.fn(),
  stepChat: vi.fn(),
  openNth: vi.fn(),
  cyclePanes: vi.fn(),
};

const end = listen('linux', actions);
afterEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
});
test.afterAll(end);

function press(key: string, change: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...change });
  document.body.dispatchEvent(event);
}

test('a shortcut acts, and waits behind a dialog even where the focus is not in it', () => {
  press('Delete', { ctrlKey: true });
  press('Escape');
  expect(actions.deleteChat).toHaveBeenCalledOnce();
  expect(actions.stop).toHaveBeenCalledOnce();
  document.body.appendChild(document.createElement('dialog')).showModal();
  press('Delete', { ctrlKey: true });
  press('Escape');
  expect(actions.deleteChat).toHaveBeenCalledOnce();
  expect(actions.stop).toHaveBeenCalledOnce();
});

test('deleting word after word does not go on to the chat', () => {
  press('Delete', { ctrlKey: true, repeat: true });
  expect(actions.deleteChat).not.toHaveBeenCalled();
});

test('F3 goes to the next occurrence, with Shift to the one before', () => {
  press('f', { ctrlKey: true });
  expect(actions.find).toHaveBeenCalledOnce();
  press('F3');
  press('F3', { shiftKey: true });
  expect(actions.findStep.mock.calls).toEqual([[1], [-1]]);
});
