import { z } from 'zod';
import type { AppErrorData } from '../errors';
import { call, id } from './call';

/** What came of one request to an account's server. */
export interface NetworkTest {
  readonly host: string;
  /** As a proxy's script would put it: `DIRECT`, `PROXY proxy:3128; DIRECT`. */
  readonly way: string;
  /** Milliseconds until the answer, or until it was clear that none comes. */
  readonly ms: number;
  readonly error: AppErrorData | null;
}

export const networkCalls = {
  /** By one free request. Null: to the default account's server. */
  'network.test': call(z.object({ accountId: id.nullable() })).returns<NetworkTest>(),
};
