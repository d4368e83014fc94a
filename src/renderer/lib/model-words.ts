import type { Effort, Model, Verbosity } from '../../shared/model';
import { modelName, splitDate } from '../../shared/model-name';
import { dateFormat, numberFormat, words } from '../../shared/words';

/** A model as something to choose. */
export interface ModelChoice {
  readonly id: string;
  readonly name: string;
  /** False where the server is known not to have it. */
  readonly offered: boolean;
  /** What is known of it. */
  readonly facts: Model | undefined;
}

/** What the next answer is asked for beside what is usual, where the model can be told: “Medium · Short”. */
export function measureWords(
  { efforts, defaultEffort, verbosity: canBeTold }: Model,
  { effort, verbosity }: { readonly effort: Effort | null; readonly verbosity: Verbosity | null },
): string {
  const { efforts: effortNames, verbosities } = words.models;
  return [
    ...(effort && effort !== defaultEffort && efforts.includes(effort) ? [effortNames[effort]] : []),
    ...(verbosity && verbosity !== 'medium' && canBeTold ? [verbosities[verbosity]] : []),
  ].join(' · ');
}

/** “1M context · reads images · thinks” */
export function abilityWords({ contextWindow, images, reasons }: Model): string {
  const said = words.models.facts;
  return [
    ...(contextWindow === null ? [] : [said.context(tokenCount(contextWindow))]),
    ...(images ? [said.images] : []),
    ...(reasons ? [said.reasons] : []),
  ].join(' · ');
}

/** US dollars for a million tokens: “$2 in · $10 out”. */
export function priceWords({ input, output }: { readonly input: number; readonly output: number }): string {
  return words.models.facts.price(dollars(input), dollars(output));
}

const SOON_MS = 60 * 24 * 60 * 60 * 1000;

/** Within 60 days OpenAI switches it off, or has done so. */
export function endsSoon({ shutdownAt }: Model, now: number): boolean {
  return shutdownAt !== null && shutdownAt - now <= SOON_MS;
}

/** “Ends 11 Dec 2026 · GPT-6.1 Terra takes its place” */
export function endingWords({ shutdownAt, replacement }: Model, now: number): string {
  if (shutdownAt === null) return '';
  const said = words.models.facts;
  const ends = (shutdownAt <= now ? said.ended : said.ends)(day(shutdownAt));
  return replacement === null ? ends : `${ends} · ${said.replacement(modelName(replacement))}`;
}

/** Those whose name or id has every word of the query. */
export function matching(choices: readonly ModelChoice[], query: string): readonly ModelChoice[] {
  const wanted = query.toLowerCase().split(/\s+/);
  return choices.filter(({ id, name }) => {
    const text = `${name} ${id}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Without the dated versions of what is there by its plain name. */
export function undated(choices: readonly ModelChoice[]): readonly ModelChoice[] {
  const ids = new Set(choices.map(({ id }) => id));
  return choices.filter(({ id }) => {
    const { base, date } = splitDate(id);
    return date === null || !ids.has(base);
  });
}

const tokenCount = numberFormat({
  ...{ notation: 'compact', maximumFractionDigits: 0, roundingMode: 'floor' },
});
const dollars = numberFormat({
  ...{ style: 'currency', currency: 'USD', maximumFractionDigits: 3, trailingZeroDisplay: 'stripIfInteger' },
});
// OpenAI names a day, which begins earlier or later elsewhere.
const day = dateFormat({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
