import type { Effort, Model, Verbosity } from '../../shared/model';
import { modelName, splitDate } from '../../shared/model-name';

/** A model as something to choose. */
export interface ModelChoice {
  readonly id: string;
  readonly name: string;
  /** False where the server is known not to have it. */
  readonly offered: boolean;
  /** What is known of it. */
  readonly facts: Model | undefined;
}

export const effortNames: Record<Effort, string> = {
  none: 'Off',
  minimal: 'Minimal',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  xhigh: 'Extra',
  max: 'Max',
};

export const verbosityNames: Record<Verbosity, string> = { low: 'Short', medium: 'Normal', high: 'Long' };

/** What the next answer is asked for beside what is usual, where the model can be told: “Medium · Short”. */
export function measureWords(
  { efforts, defaultEffort, verbosity: canBeTold }: Model,
  { effort, verbosity }: { readonly effort: Effort | null; readonly verbosity: Verbosity | null },
): string {
  const words = [
    effort && effort !== defaultEffort && efforts.includes(effort) ? effortNames[effort] : '',
    verbosity && verbosity !== 'medium' && canBeTold ? verbosityNames[verbosity] : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}

/** “1M context · reads images · thinks” */
export function abilityWords({ contextWindow, images, reasons }: Model): string {
  const words = [
    contextWindow === null ? '' : `${tokenCount(contextWindow)} context`,
    images ? 'reads images' : '',
    reasons ? 'thinks' : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}

/** US dollars for a million tokens: “$2 in · $10 out”. */
export function priceWords({ input, output }: { readonly input: number; readonly output: number }): string {
  return `${dollars(input)} in · ${dollars(output)} out`;
}

const SOON_MS = 60 * 24 * 60 * 60 * 1000;

/** Within 60 days OpenAI switches it off, or has done so. */
export function endsSoon({ shutdownAt }: Model, now: number): boolean {
  return shutdownAt !== null && shutdownAt - now <= SOON_MS;
}

/** “Ends 11 Dec 2026 · GPT-6.1 Terra takes its place” */
export function endingWords({ shutdownAt, replacement }: Model, now: number): string {
  if (shutdownAt === null) return '';
  const ends = `${shutdownAt <= now ? 'Ended' : 'Ends'} ${day.format(shutdownAt)}`;
  return replacement === null ? ends : `${ends} · ${modelName(replacement)} takes its place`;
}

/** Those whose name or id has every word of the query. */
export function matching(choices: readonly ModelChoice[], query: string): readonly ModelChoice[] {
  const words = query.toLowerCase().split(/\s+/);
  return choices.filter(({ id, name }) => {
    const text = `${name} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
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

function tokenCount(tokens: number): string {
  return tokens >= 1_000_000 ? `${Math.floor(tokens / 1_000_000)}M` : `${Math.floor(tokens / 1000)}K`;
}

function dollars(amount: number): string {
  return Number.isInteger(amount) ? `$${amount}` : cents.format(amount);
}

const cents = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 3,
});
// OpenAI names a day, which begins earlier or later elsewhere.
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
