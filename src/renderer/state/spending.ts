import type { AppEvent } from '../../shared/contract';
import type { Spending } from '../../shared/money';

/** What a conversation has cost once one more of its calls has ended. */
export function withReceipt(
  { all, answers }: Spending,
  { receipt, answer, conversation }: Extract<AppEvent, { name: 'money.spent' }>,
): Spending {
  const { messageId } = receipt;
  return {
    all: conversation ?? all,
    answers: messageId === null || answer === null ? answers : { ...answers, [messageId]: answer },
  };
}
