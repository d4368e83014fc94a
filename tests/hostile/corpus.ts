/**
 * What a hostile model might write: every payload in every place.
 *
 * The corpus is the same each time. Payload `n` calls `top.pwned(n)` where it is run.
 */
import { diagrams } from './families/diagrams.ts';
import { formulas } from './families/formulas.ts';
import { markdown } from './families/markdown.ts';
import { markup } from './families/markup.ts';
import { namesAndLetters } from './families/names-and-letters.ts';
import { schemes } from './families/schemes.ts';
import { inPlaces, type Place } from './places.ts';
import type { Sketch } from './sketch.ts';

const families = { markup, schemes, markdown, formulas, diagrams, namesAndLetters };

interface Payload {
  readonly number: number;
  readonly family: string;
  readonly text: string;
}

interface HostileDocument {
  readonly payload: number;
  readonly place: Place;
  readonly text: string;
}

const write = (sketch: Sketch, number: number): string =>
  sketch(`top.pwned(${number})`, `https://evil.example/${number}`);

/** No two are the same but for their number. */
export const payloads: readonly Payload[] = Object.entries(families)
  .flatMap(([family, sketches]) => sketches.map((sketch) => ({ family, sketch })))
  .filter(
    ({ sketch }, index, all) => all.findIndex((one) => write(one.sketch, 0) === write(sketch, 0)) === index,
  )
  .map(({ family, sketch }, number) => ({ number, family, text: write(sketch, number) }));

export const documents: readonly HostileDocument[] = payloads.flatMap(({ number, text }) =>
  inPlaces(text).map((document) => ({ payload: number, ...document })),
);
