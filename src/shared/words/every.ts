import { english } from './english';
import { german } from './german';
import { type Language, PSEUDO } from './language';
import { pseudo } from './pseudo';

/** Every language that can be spoken, at once: for processes that load them anyway. */
export const every: Readonly<Record<Language['code'], Language>> = {
  en: english,
  de: german,
  [PSEUDO]: pseudo,
};
