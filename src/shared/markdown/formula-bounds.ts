/** Bounds for what a model writes: no links, no colours beyond the page, no macros that grow without end. */
export const formulaBounds = {
  throwOnError: true,
  trust: false,
  maxExpand: 200,
  maxSize: 20,
  strict: 'ignore',
} as const;
/** A longer one is shown as it was written. */
export const longestFormula = 5000;
/** Layout goes as deep as a formula is nested, and takes the page down with it where its stack ends. */
export const deepestFormula = 250;
