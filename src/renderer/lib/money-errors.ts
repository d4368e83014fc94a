import type { ErrorCode } from '../../shared/errors';
import { budgetLeft, refusedBy } from './budget-words';
import type { ErrorCopy } from './error-table';

type MoneyCode = Extract<ErrorCode, `BUDGET_${string}` | `PRICES_${string}`>;

/** How failures read that are about budgets and prices. */
export const moneyErrors: Readonly<Record<MoneyCode, ErrorCopy>> = {
  BUDGET_BLIND: {
    title: 'Nobody knows what this would cost.',
    text: (_, kept) =>
      `You have set a budget, and there is no price for this model, so nothing was sent. Set its price, or let this one through. ${kept}`,
    actions: ['send-anyway', 'set-price', 'switch-model'],
  },
  BUDGET_REACHED: {
    title: ({ budget }) => refusedBy(budget),
    text: ({ budget }, kept) => `${budgetLeft(budget)} Nothing was sent. ${kept}`,
    actions: ['raise-budget', 'send-anyway', 'retry'],
  },
  PRICES_NOT_FETCHED: {
    title: ({ host: name }) => `No price list came from ${name ?? 'that address'}.`,
    text: ({ status }) =>
      status
        ? `It answers with an error (${status}). Check the address. The prices stay as they are.`
        : 'It cannot be reached, or it wanted to send Parley on to another place. The prices stay as they are.',
    actions: ['retry'],
  },
  PRICES_OLDER: {
    title: 'This list is older than yours.',
    text: () => 'The prices stay as they are. To take it all the same, import it from a file.',
    actions: ['retry'],
  },
  PRICES_REFUSED: {
    title: 'This is not a price list that Parley can use.',
    text: ({ parameter }) =>
      parameter
        ? `What it says under “${parameter}” is missing, unknown or out of range. The prices stay as they are.`
        : 'It is not in the form of an exported list, or larger than a megabyte. The prices stay as they are.',
    actions: ['retry'],
  },
};
