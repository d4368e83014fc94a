import { words } from './en';
import type { Language } from './language';

export const english: Language = {
  code: 'en',
  direction: 'ltr',
  numbers: 'en-US',
  dates: 'en-GB', // the day before the month, and 24 hours
  words,
};
