import { expect, test } from 'vitest';
import { acceleratorOf } from './accelerator';

const pressed = (code: string, held: Partial<KeyboardEvent> = {}) =>
  ({ code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held }) as KeyboardEvent;

test('keys are named as Electron names them', () => {
  expect(acceleratorOf(pressed('Space', { ctrlKey: true, altKey: true }), false)).toBe('Ctrl+Alt+Space');
  expect(acceleratorOf(pressed('KeyP', { metaKey: true, shiftKey: true }), true)).toBe('Shift+Cmd+P');
  expect(acceleratorOf(pressed('F9'), false)).toBe('F9');
});

test('a key that one types with is not taken from the whole system', () => {
  expect(acceleratorOf(pressed('KeyA'), false)).toBeNull();
  expect(acceleratorOf(pressed('KeyA', { shiftKey: true }), false)).toBeNull();
  expect(acceleratorOf(pressed('ControlLeft', { ctrlKey: true }), false)).toBeNull();
});
