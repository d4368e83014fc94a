import type { AppEvent } from '../../shared/contract';
import type { Balance } from '../../shared/money';

/** What has been spent today and this month, in all chats. */
export class Money {
  balance = $state.raw<Balance>({ day: 0, month: 0 });

  begin(balance: Balance): void {
    this.balance = balance;
  }

  receive(event: AppEvent): void {
    if (event.name === 'money.spent') this.balance = event.balance;
  }
}
