import { english } from './words/english';
import type { Language, Words } from './words/language';

/**
 * What the app says, in the language that is spoken now: `words.chat.stop`.
 *
 * Each side says once where its language stands (`speakFrom`). In the window that is a rune, so what is shown
 * follows it; a constant that holds a sentence would not, so there are none.
 */
let spoken: () => Language = () => english;

export function speakFrom(source: () => Language): void {
  spoken = source;
}

export function language(): Language {
  return spoken();
}

const areas = Object.keys(english.words) as (keyof Words)[];
export const words = Object.defineProperties(
  {},
  Object.fromEntries(areas.map((area) => [area, { enumerable: true, get: () => spoken().words[area] }])),
) as Words;

/** A format of `Intl` is slow to make, so each is made once a language. */
function perLocale<Format>(locale: () => string, make: (locale: string) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const wanted = locale();
    const format = made.get(wanted) ?? make(wanted);
    made.set(wanted, format);
    return format;
  };
}

/** How numbers are written in the language that is spoken when it is asked. */
export function numberFormat(options?: Intl.NumberFormatOptions): (number: number) => string {
  const format = perLocale(
    () => spoken().numbers,
    (locale) => new Intl.NumberFormat(locale, options),
  );
  return (number) => format().format(number);
}

/** How days and times are written in the language that is spoken when it is asked. */
export function dateFormat(options: Intl.DateTimeFormatOptions): (date: Date | number) => string {
  const format = perLocale(
    () => spoken().dates,
    (locale) => new Intl.DateTimeFormat(locale, options),
  );
  return (date) => format().format(date);
}

/** `1,234`, as the language writes it. */
export const wholeNumber = numberFormat({ maximumFractionDigits: 0 });
