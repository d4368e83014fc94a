import { z } from 'zod';
import { call, id, model, place, text } from './call';
import { options } from './library';
import { leaveOut } from './requests';

/** The user lets this one through, whatever the budgets say. */
const beyondBudget = z.boolean().optional();

/** About answers. What comes of these arrives as `turn.*` events. */
export const turnCalls = {
  /** Stores the question, in a temporary chat in memory alone, and starts the answer. The draft that it was is gone in the same moment. */
  'turn.start': call(
    z.object({
      conversationId: id,
      parentId: id.nullable(),
      questionId: id,
      answerId: id,
      text,
      model,
      options,
      place: place.optional(),
      leaveOut: leaveOut.optional(),
      /** It begins, or goes on, a chat that is kept nowhere. */
      temporary: z.boolean().optional(),
      /** The window that shows such a chat, and with which it goes. */
      window: id.optional(),
      beyondBudget,
    }),
  ).returns<void>(),
  /** Starts another answer to a stored question, beside the ones it has. */
  'turn.again': call(
    z.object({ conversationId: id, questionId: id, answerId: id, model, options, beyondBudget }),
  ).returns<void>(),
  /** Lets an answer that ended too soon go on from its last word. */
  'turn.continue': call(
    z.object({ conversationId: id, answerId: id, options, beyondBudget }),
  ).returns<void>(),
  'turn.stop': call(z.object({ answerId: id })).returns<void>(),
  /** Does not wait any longer before the next try. */
  'turn.tryNow': call(z.object({ answerId: id })).returns<void>(),
};
