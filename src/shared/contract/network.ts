import { z } from 'zod';
import type { AppErrorData } from '../errors';
import { PROXY_USER, proxyProblem } from '../proxy';
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

const proxyUser = z.object({
  server: z
    .string()
    .max(2_000)
    .refine((server) => proxyProblem(server) === null),
  user: z.string().min(1).max(200).regex(PROXY_USER),
});

export const networkCalls = {
  /** By one free request. Null: to the default account's server. */
  'network.test': call(z.object({ accountId: id.nullable() })).returns<NetworkTest>(),

  /** In place of the one before. Rejects with `KEYCHAIN_UNAVAILABLE`. */
  'network.keepPassword': call(
    proxyUser.extend({ password: z.string().min(1).max(1_000), keepIn: z.enum(['keychain', 'run']) }),
  ).returns<void>(),
  'network.forgetPassword': call(proxyUser).returns<void>(),
  /** Whether there is one; it never leaves main. */
  'network.hasPassword': call(proxyUser).returns<boolean>(),
};
