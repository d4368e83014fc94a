import type { CallKind, Outcome, Receipt } from '../../shared/money';
import { modelName } from '../../shared/model-name';
import { asOf, dollars, tokens } from '../../shared/money-words';

const kinds: Readonly<Record<CallKind, string>> = {
  answer: 'Answer',
  title: 'Title',
  summary: 'Summary',
  compaction: 'Compaction',
  count: 'Token count',
  check: 'Account check',
};

const outcomes: Readonly<Record<Outcome, string>> = {
  completed: '',
  incomplete: 'ended early by the server',
  stopped: 'stopped',
  failed: 'failed',
  interrupted: 'interrupted',
};

/** What a call was for, and how it ended: “Answer, stopped”. */
export function callWords({ kind, outcome }: Pick<Receipt, 'kind' | 'outcome'>): string {
  return [kinds[kind], outcomes[outcome]].filter((word) => word !== '').join(', ');
}

/** A receipt line by line: what, and how much of it. What was not used is left out. */
export function receiptLines(receipt: Receipt): readonly (readonly [string, string])[] {
  const { usage, tier, tools, toolMicros, micros, estimated, prices, model } = receipt;
  const { input, cached, cacheWritten, output, reasoning } = usage;
  const about = (count: number) => `${estimated ? '≈ ' : ''}${tokens(count)}`;
  const lines: readonly (readonly [string, string] | false)[] = [
    ['Model', modelName(model)],
    tier !== null && tier !== 'default' && ['Service tier', tier],
    ['Read', about(input)],
    cached > 0 && ['of it from the cache', tokens(cached)],
    cacheWritten > 0 && ['of it written to the cache', tokens(cacheWritten)],
    ['Written', about(output)],
    reasoning > 0 && ['of it thoughts', tokens(reasoning)],
    ...Object.entries(tools).map(([name, count]) => [toolName(name), `${count} ×`] as const),
    toolMicros > 0 && ['Tools', dollars(toolMicros)],
    ['Cost', `${estimated && micros !== null ? '≈ ' : ''}${dollars(micros)}`],
    prices !== 'none' && ['Prices as of', asOf(prices.slice(0, 10)) + prices.slice(10)],
  ];
  return lines.filter((line) => line !== false);
}

function toolName(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
