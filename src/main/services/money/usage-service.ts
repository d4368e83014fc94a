import type { UsageQuery, UsageReport } from '../../../shared/contract/usage';
import { nothingSpent, type Spent } from '../../../shared/money';
import { words } from '../../../shared/words';
import type { UsageGroup, UsageStore } from '../../storage/usage-store';
import { dayOf, dayStarts } from './days';
import { receiptsCsv } from './receipts-csv';

/** More than anyone reads; the rest is one line. */
const LISTED = 100;

interface UsageServiceDeps {
  readonly usage: UsageStore;
  /** Asks the user where; false where they would rather not. */
  readonly save: (file: { readonly name: string; readonly text: string }) => Promise<boolean>;
}

/** Tells what was used and what it cost, as the receipts say. */
export class UsageService {
  readonly #deps: UsageServiceDeps;

  constructor(deps: UsageServiceDeps) {
    this.#deps = deps;
  }

  report(query: UsageQuery): UsageReport {
    const { usage } = this.#deps;
    const span = usage.span(query);
    const starts = span ? dayStarts(span.first, span.last) : [];
    const groups = usage.groups(query, starts);
    const chats = usage.conversations(query);
    const others = chats.slice(LISTED).map(({ spent }) => spent);
    return {
      total: sumOf(groups),
      days: by(groups, ({ day }) => day)
        .sort(([one], [other]) => one - other)
        .map(([day, ofDay]) => ({
          day: dayOf(starts[day] ?? 0),
          spent: sumOf(ofDay),
          models: byModel(ofDay),
        })),
      models: byModel(groups),
      accounts: dearestFirst(
        by(groups, ({ accountId }) => accountId).map(([id, ofAccount]) => ({
          id,
          name: lastName(ofAccount),
          spent: sumOf(ofAccount),
        })),
      ),
      kinds: dearestFirst(
        by(groups, ({ kind }) => kind).map(([kind, ofKind]) => ({ kind, spent: sumOf(ofKind) })),
      ),
      conversations: chats.slice(0, LISTED),
      others: others.length === 0 ? null : { count: others.length, spent: sumOf(others) },
    };
  }

  /** True once they are on disk. Rejects with `FILE_NOT_SAVED`. */
  export(query: UsageQuery): Promise<boolean> {
    const { usage, save } = this.#deps;
    const lines = usage.lines(query);
    const [first, last] = [lines[0], lines.at(-1)];
    const days = first && last ? ` ${dayOf(first.at)} to ${dayOf(last.at)}` : '';
    return save({ name: `${words.money.files.usage(days)}.csv`, text: receiptsCsv(lines) });
  }
}

function byModel(groups: readonly UsageGroup[]): UsageReport['models'] {
  return dearestFirst(
    by(groups, ({ model }) => model).map(([model, ofModel]) => ({ model, spent: sumOf(ofModel) })),
  );
}

function by<K>(groups: readonly UsageGroup[], key: (group: UsageGroup) => K): [K, UsageGroup[]][] {
  return [...Map.groupBy(groups, key)];
}

/** What costs the same, or nothing that is known, is in the order of its tokens. */
function dearestFirst<T extends { readonly spent: Spent }>(parts: readonly T[]): readonly T[] {
  const tokens = ({ spent }: T) => spent.input + spent.output;
  return parts.toSorted((a, b) => b.spent.micros - a.spent.micros || tokens(b) - tokens(a));
}

function lastName(groups: readonly UsageGroup[]): string {
  return groups.reduce((last, group) => (group.lastAt > last.lastAt ? group : last)).accountName;
}

function sumOf(parts: readonly Spent[]): Spent {
  return parts.reduce(
    (sum, part) => ({
      calls: sum.calls + part.calls,
      input: sum.input + part.input,
      cached: sum.cached + part.cached,
      output: sum.output + part.output,
      reasoning: sum.reasoning + part.reasoning,
      micros: sum.micros + part.micros,
      unpriced: sum.unpriced + part.unpriced,
      estimated: sum.estimated + part.estimated,
    }),
    nothingSpent,
  );
}
