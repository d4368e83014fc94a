import type { words as english } from './en';

/** Everything that the app says. A language that lacks a sentence, or has one too many, does not compile. */
export type Words = typeof english;

/** Languages that can be chosen. */
export const languages = ['en', 'de'] as const;
export type LanguageCode = (typeof languages)[number];

/** For translators and tests: English in brackets and from right to left, by Unicode's name for it. */
export const PSEUDO = 'ar-XB';

export interface Language {
  readonly code: LanguageCode | typeof PSEUDO;
  readonly direction: 'ltr' | 'rtl';
  /** How numbers and money are written (BCP 47). */
  readonly numbers: string;
  /** How days and times are written (BCP 47). */
  readonly dates: string;
  readonly words: Words;
}

/** The first of the system's languages that the app speaks; English where it speaks none. */
export function languageOf(chosen: LanguageCode | 'system', system: readonly string[]): Language['code'] {
  if (chosen !== 'system') return chosen;
  for (const tag of system) {
    if (tag === PSEUDO) return PSEUDO;
    const known = languages.find((code) => tag.toLowerCase().split('-')[0] === code);
    if (known) return known;
  }
  return 'en';
}
