import { expect, test } from 'vitest';
import { growingText } from './growing-text';

test('a selection stays while the text grows', () => {
  const element = document.body.appendChild(document.createElement('div'));
  growingText('Sunlight is ')(element);
  const text = element.firstChild;
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 8);
  growingText('Sunlight is scattered')(element);
  expect(getSelection()?.toString().trim()).toBe('Sunlight');
  expect(element.textContent).toBe('Sunlight is scattered');
  element.remove();
});

test('a text that is another one takes the place of the old', () => {
  const element = document.createElement('div');
  growingText('Sunlight is')(element);
  growingText('Rayleigh')(element);
  expect(element.textContent).toBe('Rayleigh');
});

test('a text that loses its end keeps the selection in what stays', () => {
  const element = document.body.appendChild(document.createElement('div'));
  growingText('Sunlight.\n\n')(element);
  const text = element.firstChild;
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 8);
  growingText('Sunlight.')(element);
  expect(element.firstChild).toBe(text);
  expect(getSelection()?.toString()).toBe('Sunlight');
  element.remove();
});
