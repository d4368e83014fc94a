import { z } from 'zod';
import { call, model, typed } from './call';

/** About what would be sent. */
export const requestCalls = {
  /** How many tokens a text is to a model. */
  'tokens.count': call(z.object({ text: typed, model })).returns<number>(),
};
