import type { Receipt } from '../../shared/money';
import { modelName } from '../../shared/model-name';
import { asOf, dollars, tokens } from '../../shared/money-words';
import { wholeNumber, words } from '../../shared/words';

/** What a call was for, and how it ended: “Answer, stopped”. */
export function callWords({ kind, outcome }: Pick<Receipt, 'kind' | 'outcome'>): string {
  const { kinds, outcomes } = words.money.receipt;
  return [kinds[kind], outcomes[outcome]].filter((word) => word !== '').join(', ');
}

/** A receipt line by line: what, and how much of it. What was not used is left out. */
export function receiptLines(receipt: Receipt): readonly (readonly [string, string])[] {
  const { usage, tier, tools, toolMicros, micros, estimated, prices, model } = receipt;
  const { input, cached, cacheWritten, output, reasoning } = usage;
  const said = words.money.receipt;
  const about = (count: number) => `${estimated ? '≈ ' : ''}${tokens(count)}`;
  const lines: readonly (readonly [string, string] | false)[] = [
    [words.common.model, modelName(model)],
    tier !== null && tier !== 'default' && [said.tier, tier],
    [said.read, about(input)],
    cached > 0 && [said.cached, tokens(cached)],
    cacheWritten > 0 && [said.cacheWritten, tokens(cacheWritten)],
    [said.written, about(output)],
    reasoning > 0 && [said.thoughts, tokens(reasoning)],
    ...Object.entries(tools).map(([name, count]) => [toolName(name), `${wholeNumber(count)} ×`] as const),
    toolMicros > 0 && [said.tools, dollars(toolMicros)],
    [words.common.cost, `${estimated && micros !== null ? '≈ ' : ''}${dollars(micros)}`],
    prices !== 'none' && [said.pricesAsOf, asOf(prices.slice(0, 10)) + prices.slice(10)],
  ];
  return lines.filter((line) => line !== false);
}

function toolName(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
