import { afterEach, expect, test, vi } from 'vitest';
import type { KeyChoices } from '../../shared/commands';
import type { Platform } from '../../shared/keys';
import { usualSettings } from '../../shared/settings';
import { isPressed, listen } from './shortcuts';

let end = (): void => undefined;

function start(platform: Platform, shortcuts: KeyChoices['shortcuts'] = {}) {
  const run = vi.fn();
  const escape = vi.fn(() => true);
  end = listen({ platform, choices: { ...usualSettings, shortcuts }, run, escape });
  return { run, escape, done: () => run.mock.calls.flat() as string[] };
}

afterEach(() => {
  end();
  document.body.replaceChildren();
});

function keyEvent(key: string, { code = key, ...change }: KeyboardEventInit = {}) {
  return new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...change });
}

function press(key: string, change: KeyboardEventInit = {}) {
  const event = keyEvent(key, change);
  document.body.dispatchEvent(event);
  return event;
}

const ctrl = { ctrlKey: true };
const cmd = { metaKey: true };

test('a shortcut acts, and waits behind a dialog even where the focus is not in it', () => {
  const { run, escape } = start('linux');
  press('Delete', ctrl);
  press('Escape');
  document.body.appendChild(document.createElement('dialog')).showModal();
  press('Delete', ctrl);
  press('Escape');
  expect(run).toHaveBeenCalledExactlyOnceWith('delete-chat');
  expect(escape).toHaveBeenCalledOnce();
});

test('deleting word after word does not go on to the chat', () => {
  const { run } = start('linux');
  press('Delete', { ...ctrl, repeat: true });
  expect(run).not.toHaveBeenCalled();
});

test('nothing is done by one letter, digit or sign alone, nor with Shift', () => {
  const { run } = start('linux');
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789/,.?-+=;'.split('')) {
    press(key);
    press(key.toUpperCase(), { shiftKey: true });
  }
  expect(run).not.toHaveBeenCalled();
});

test('on macOS the menu hears the keys of what stands in it, and the window hears the others', () => {
  const { done } = start('mac');
  press('n', { ...cmd, code: 'KeyN' });
  press('1', { ...cmd, code: 'Digit1' });
  press('F6');
  expect(done()).toEqual(['chat-1', 'next-pane']);
});

test('Alt with a digit opens a chat on Linux, Ctrl with a digit on Windows', () => {
  const linux = start('linux');
  press('&', { altKey: true, code: 'Digit1' }); // a French keyboard has a sign there
  expect(linux.done()).toEqual(['chat-1']);
  end();
  const windows = start('windows');
  press('2', { ...ctrl, code: 'Digit2' });
  expect(windows.done()).toEqual(['chat-2']);
});

test('keys that the user chose act at once, and the usual ones no longer do', () => {
  const { done } = start('linux', { 'new-chat': 'Ctrl+Alt+J', find: null });
  press('n', ctrl);
  press('f', ctrl);
  press('j', { ...ctrl, altKey: true });
  expect(done()).toEqual(['new-chat']);
});

test('a keyboard with other letters is heard by where the key lies', () => {
  const { done } = start('linux');
  press('т', { ...ctrl, code: 'KeyN' });
  expect(done()).toEqual(['new-chat']);
});

test('a letter that has moved on the keyboard is heard by its name alone', () => {
  const { done } = start('linux');
  press('n', { ...ctrl, code: 'KeyB' });
  press('x', { ...ctrl, code: 'KeyN' });
  expect(done()).toEqual(['new-chat']);
});

test('a sign is heard with Shift and without, as the keyboard has it', () => {
  const { done } = start('linux');
  press('/', { ...ctrl, code: 'Slash' });
  press('/', { ...ctrl, shiftKey: true, code: 'Digit7' });
  expect(done()).toEqual(['shortcut-list', 'shortcut-list']);
});

test('AltGr writes letters and does nothing else', () => {
  const { run } = start('windows');
  press('ć', { ...ctrl, altKey: true, modifierAltGraph: true, code: 'KeyC' });
  expect(run).not.toHaveBeenCalled();
});

test('a key of an input method at work does nothing', () => {
  const { run, escape } = start('linux');
  press('n', { ...ctrl, isComposing: true });
  press('Escape', { isComposing: true });
  expect(run).not.toHaveBeenCalled();
  expect(escape).not.toHaveBeenCalled();
});

test('keys are told apart by what is held', () => {
  expect(isPressed(keyEvent('k', ctrl), 'CmdOrCtrl+K', 'linux')).toBe(true);
  expect(isPressed(keyEvent('k', cmd), 'CmdOrCtrl+K', 'linux')).toBe(false);
  expect(isPressed(keyEvent('k', cmd), 'CmdOrCtrl+K', 'mac')).toBe(true);
  expect(isPressed(keyEvent('K', { ...ctrl, shiftKey: true }), 'CmdOrCtrl+K', 'linux')).toBe(false);
});
