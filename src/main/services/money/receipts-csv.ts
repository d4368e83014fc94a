import { csvFile, spreadsheetText } from '../../../shared/csv';
import type { UsageLine } from '../../storage/usage-store';

const columns: readonly (readonly [head: string, cell: (line: UsageLine) => string])[] = [
  ['time', ({ at }) => new Date(at).toISOString()],
  ['kind', ({ kind }) => kind],
  ['outcome', ({ outcome }) => outcome],
  ['account', ({ accountName }) => spreadsheetText(accountName)],
  ['model asked', ({ asked }) => spreadsheetText(asked)],
  ['model', ({ model }) => spreadsheetText(model)],
  ['service tier', ({ tier }) => spreadsheetText(tier ?? '')],
  ['input tokens', ({ input }) => String(input)],
  ['cached tokens', ({ cached }) => String(cached)],
  ['cache-written tokens', ({ cacheWritten }) => String(cacheWritten)],
  ['output tokens', ({ output }) => String(output)],
  ['reasoning tokens', ({ reasoning }) => String(reasoning)],
  ['tool calls', ({ tools }) => spreadsheetText(tools === '{}' ? '' : tools)],
  ['tool micro-dollars', ({ toolMicros }) => String(toolMicros)],
  ['micro-dollars', ({ micros }) => (micros === null ? '' : String(micros))],
  ['dollars', ({ micros }) => (micros === null ? '' : decimal(micros))],
  ['estimated', ({ estimated }) => (estimated === 1 ? 'yes' : 'no')],
  ['price list', ({ prices }) => spreadsheetText(prices)],
  ['chat', ({ title }) => spreadsheetText(title ?? '')],
  ['chat id', ({ conversationId }) => conversationId ?? ''],
  ['message id', ({ messageId }) => messageId ?? ''],
  ['account id', ({ accountId }) => accountId],
  ['receipt id', ({ id }) => id],
];

/** One line for each receipt, under a head. Times are UTC; a cost that nobody knows is empty, and never 0. */
export function receiptsCsv(lines: readonly UsageLine[]): string {
  return csvFile([
    columns.map(([head]) => head),
    ...lines.map((line) => columns.map(([, cell]) => cell(line))),
  ]);
}

/** Exact: whole micro-dollars have six places. */
function decimal(micros: number): string {
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
}
