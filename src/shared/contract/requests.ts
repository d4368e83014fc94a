import { z } from 'zod';
import { codeLanguages, type Estimate, type Inspection } from '../request';
import { call, id, model, typed } from './call';
import { options } from './library';

/** What a question is asked without: messages, and the instructions. */
export const leaveOut = z.array(z.union([id, z.literal('instructions')])).max(100_000);

/** A question that has not been asked. */
const draft = z.object({
  conversationId: id,
  parentId: id.nullable(),
  text: typed,
  model,
  options,
  leaveOut,
});

/** About what would be sent. Only `request.count` sends anything. */
export const requestCalls = {
  'request.estimate': call(draft).returns<Estimate>(),
  /** The same, item by item. */
  'request.inspect': call(draft).returns<Inspection>(),
  /** How many tokens of input the server counts. It is sent the draft for that, and nothing else comes of it. */
  'request.count': call(draft).returns<number>(),
  /** The request as a program that makes it. The key is that of the environment. */
  'request.code': call(draft.extend({ language: z.enum(codeLanguages) })).returns<string>(),

  /** How many tokens a text has for a model, by the tokenizer that is nearest to the model's own. */
  'tokens.count': call(z.object({ text: typed, model })).returns<number>(),
};
