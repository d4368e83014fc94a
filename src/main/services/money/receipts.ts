import type { AppEvent } from '../../../shared/contract';
import type { Balance, Outcome, Receipt, Usage } from '../../../shared/money';
import type { Database } from '../../storage/database';
import type { OpenCall, OpenCallStore } from '../../storage/open-call-store';
import type { ReceiptStore } from '../../storage/receipt-store';
import type { PatientWrites } from '../patient-writes';
import type { Bill } from './bill';
import { type BudgetGate, periodsOf } from './budget-gate';
import type { Prices } from './prices';

export interface ReceiptsDeps {
  readonly db: Database;
  readonly receipts: ReceiptStore;
  readonly openCalls: OpenCallStore;
  readonly writes: PatientWrites;
  readonly prices: Prices;
  readonly gate: BudgetGate;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
}

/** How a call ended, and what is known of what it used. */
export interface Ended extends Omit<Bill, 'usage'> {
  readonly outcome: Outcome;
  readonly usage: Usage;
  readonly estimated: boolean;
}

/** About what a receipt weighs while it waits for the disk, in UTF-16 units. */
const SIZE = 500;

/** Writes a receipt for every call that was made, in the moment in which the call stops being open. */
export class Receipts {
  readonly #deps: ReceiptsDeps;

  constructor(deps: ReceiptsDeps) {
    this.#deps = deps;
  }

  /** The call leaves now: after a crash it is found again. */
  opened(call: OpenCall): void {
    const { openCalls, writes } = this.#deps;
    writes.write(() => openCalls.open(call), SIZE);
  }

  /** By the price of this moment. */
  ended(call: OpenCall, { outcome, usage, estimated, model, ...bill }: Ended): void {
    const { db, receipts, openCalls, writes, prices, gate, now } = this.#deps;
    const { tier, tools } = bill;
    const used = { ...bill, model: model ?? call.asked, address: call.address, usage, at: now() };
    const { micros, toolMicros, version } = prices.cost(used);
    const { id, kind, conversationId, messageId, accountId, accountName, asked } = call;
    const receipt: Receipt = {
      ...{ id, kind, conversationId, messageId, accountId, accountName, asked, outcome, estimated },
      ...{ at: used.at, model: used.model, tier, usage, tools, micros, toolMicros, prices: version },
    };
    writes.write(() => {
      db.transaction(() => {
        receipts.add(receipt);
        openCalls.close(id);
      });
      gate.release(id);
      this.#tell(receipt);
    }, SIZE);
  }

  /** Of an answer, the tries that failed among them. */
  of(messageId: string): readonly Receipt[] {
    return this.#deps.receipts.of(messageId);
  }

  balance(): Balance {
    const { receipts, now } = this.#deps;
    const { day, month } = periodsOf(now());
    return { day: receipts.since(day), month: receipts.since(month) };
  }

  #tell(receipt: Receipt): void {
    const { receipts, emit } = this.#deps;
    const { conversationId, messageId } = receipt;
    emit({
      name: 'money.spent',
      receipt,
      answer: messageId === null ? null : receipts.ofMessage(messageId),
      conversation: conversationId === null ? null : receipts.inConversation(conversationId),
      balance: this.balance(),
    });
  }
}
