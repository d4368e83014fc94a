/** A path in a sentence: it runs from left to right in every language, as in `<bdi dir="ltr">`. */
export function leftToRight(path: string): string {
  return `\u2066${path}\u2069`;
}
