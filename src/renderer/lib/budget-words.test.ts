import { expect, test } from 'vitest';
import { budgetLeft, refusedBy } from '../../shared/money-words';
import { nearing, nearingWords } from './budget-words';

const budgets = { day: 2_000_000, month: 20_000_000, conversation: null };

test('from 80 % on one is told, of the budget that is used up most', () => {
  expect(nearing(budgets, { day: 1_599_999, month: 3_000_000 }, 0)).toBeNull();
  expect(nearing(budgets, { day: 1_600_000, month: 3_000_000 }, 0)).toMatchObject({ period: 'day' });
  expect(nearing(budgets, { day: 1_600_000, month: 19_000_000 }, 0)).toMatchObject({ period: 'month' });
  expect(nearing({ ...budgets, conversation: 100 }, { day: 0, month: 0 }, 100)).toMatchObject({
    period: 'conversation',
  });
});

test('a budget of nothing is used up', () => {
  expect(nearing({ ...budgets, day: 0 }, { day: 0, month: 0 }, 0)).toMatchObject({ period: 'day', limit: 0 });
});

test('it says how much is used, and when all of it is', () => {
  expect(nearingWords({ period: 'day', limit: 2_000_000, spent: 1_640_000 })).toBe(
    'Today’s budget: $1.64 of $2.00 is used.',
  );
  expect(nearingWords({ period: 'month', limit: 2_000_000, spent: 2_000_000 })).toBe(
    'This month’s budget of $2.00 is used up.',
  );
});

test('a refusal says which budget, what is left and what the call would have cost', () => {
  const budget = { period: 'day', limit: 2_000_000, left: 30_000, needed: 50_000 } as const;
  expect(refusedBy(budget)).toBe('Today’s budget of $2.00 leaves too little for this.');
  expect(refusedBy({ ...budget, left: 0 })).toBe('Today’s budget of $2.00 is used up.');
  expect(budgetLeft(budget)).toContain('$0.03 of it is left');
  expect(budgetLeft(budget)).toContain('$0.05 or more');
  expect(budgetLeft({ ...budget, left: -5 })).toContain('Nothing of it is left');
});
