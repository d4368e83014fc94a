import { z } from 'zod';
import { callKinds, type CallKind, type Spent } from '../money';
import { call, id } from './call';

const moment = z.int().nullable();

/** Which receipts. Null is any. */
const receipts = z.object({
  /** From a moment on. */
  from: moment,
  /** Up to a moment, without it. */
  to: moment,
  /** As the server names it. */
  model: z.string().max(1000).nullable(),
  accountId: id.nullable(),
  conversationId: id.nullable(),
  kind: z.enum(callKinds).nullable(),
});

export type UsageQuery = z.infer<typeof receipts>;

interface UsageOfModel {
  readonly model: string;
  readonly spent: Spent;
}

export interface UsageOfDay {
  /** Where this machine is, such as `2026-11-22`. */
  readonly day: string;
  readonly spent: Spent;
  readonly models: readonly UsageOfModel[];
}

export interface UsageOfChat {
  /** Null for what was asked outside of any. */
  readonly id: string | null;
  /** Null where it is gone. */
  readonly title: string | null;
  /** It is in the trash, or gone. */
  readonly deleted: boolean;
  readonly spent: Spent;
}

/** What the receipts say. Each list holds everything of the total, those that cost most first. */
export interface UsageReport {
  readonly total: Spent;
  /** Those with receipts, the oldest first. */
  readonly days: readonly UsageOfDay[];
  readonly models: readonly UsageOfModel[];
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly spent: Spent }[];
  readonly kinds: readonly { readonly kind: CallKind; readonly spent: Spent }[];
  readonly conversations: readonly UsageOfChat[];
  /** The conversations that are not listed, where there are too many. */
  readonly others: { readonly count: number; readonly spent: Spent } | null;
}

/** About what was used, and what it cost. */
export const usageCalls = {
  'usage.report': call(receipts).returns<UsageReport>(),
  /** Asks the user where to keep the receipts, one line each. False where they would rather not. */
  'usage.export': call(receipts).returns<boolean>(),
};
