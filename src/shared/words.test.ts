import { afterEach, expect, test } from 'vitest';
import { dateFormat, numberFormat, speakFrom, wholeNumber } from './words';
import { english } from './words/english';
import { german } from './words/german';
import { languageOf, type Language } from './words/language';
import { marked, pseudo } from './words/pseudo';

const areasOf = ({ words }: Language) => Object.keys(words);

afterEach(() => speakFrom(() => english));

test('numbers and days follow the language that is spoken when they are written', () => {
  const share = numberFormat({ style: 'percent' });
  const day = dateFormat({ day: 'numeric', month: 'long' });
  const christmas = new Date(2026, 11, 24);
  expect([wholeNumber(1234567), share(0.5), day(christmas)]).toEqual(['1,234,567', '50%', '24 December']);
  speakFrom(() => german);
  expect([wholeNumber(1234567), share(0.5), day(christmas)]).toEqual([
    '1.234.567',
    '50\u00a0%',
    '24. Dezember',
  ]);
});

test('the system’s first language that is known is spoken, and English where none is', () => {
  expect(languageOf('system', ['fr-FR', 'de-AT', 'en-US'])).toBe('de');
  expect(languageOf('system', ['fr-FR'])).toBe('en');
  expect(languageOf('system', ['ar-XB'])).toBe('ar-XB');
  expect(languageOf('de', ['en-US'])).toBe('de');
});

test('the pseudo-locale marks each sentence, also those that are made', () => {
  expect(areasOf(pseudo)).toEqual(areasOf(english));
  expect(pseudo.words.common.close).toBe(marked(english.words.common.close));
  expect(pseudo.words.common.chats(2)).toBe(marked('2 chats'));
});
