type Many = (count: number, one: string, other: string) => string;

/** The right form for so many, by the language's own rule; `#` stands for the number. */
export function pluralOf(locale: string): Many {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, one, other) =>
    (rules.select(count) === 'one' ? one : other).replace('#', () => numbers.format(count));
}
