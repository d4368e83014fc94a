import { z } from 'zod';
import type { Examination, Finding } from '../doctor';
import { call, id } from './call';

const account = z.object({ accountId: id });

/** Why an account does not work. */
export const doctorCalls = {
  /** By one free request: the address, the key and the default model. */
  'doctor.look': call(account).returns<Examination>(),
  /** By a tiny question, which costs what the look has said: streams, thoughts, credit and limits. */
  'doctor.ask': call(account).returns<readonly Finding[]>(),
};
