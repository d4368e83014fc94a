import { z } from 'zod';
import type { Authority } from '../certificate';
import type { Account, KeyStatus, Model } from '../model';
import { call, id, model, nothing } from './call';

/** A key is one word of printable ASCII: anything else cannot be an HTTP header. */
export const apiKey = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,500}$/);

/** It goes into a header, as the key does. */
const header = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .nullable();
const name = z.string().trim().max(100);
/** Certificates, as PEM. */
const authority = z.string().max(500_000).nullable();
const keepIn = z.enum(['keychain', 'run']);

/** About the servers that are spoken to. Where an account changes, the answer is all of them. */
export const accountCalls = {
  /**
   * Checks the key with the server and then keeps it. No key: a server that asks for none.
   *
   * An id that is there already gets the new address and key; its chats stay with it. `keepIn: 'run'` keeps the
   * key in memory only, for where no keychain answers.
   */
  'accounts.connect': call(
    z.object({
      id,
      name,
      address: z.string().trim().max(2000),
      key: apiKey.nullable(),
      organization: header,
      project: header,
      /** Who may vouch for the server, beside those that the system trusts. Absent: who did for the same server. */
      authority: authority.optional(),
      keepIn,
    }),
  ).returns<readonly Account[]>(),
  /** The same, with the key that was found in the environment. */
  'accounts.import': call(z.object({ id, keepIn })).returns<readonly Account[]>(),
  /** What needs no new key. Nothing is asked of the server. */
  'accounts.change': call(
    z.object({
      id,
      changes: z
        .object({ name, organization: header, project: header, authority, defaultModel: model })
        .partial(),
    }),
  ).returns<readonly Account[]>(),
  /** Asks the user for a certificate's file. Null where they would rather not; nothing trusts it yet. */
  'accounts.openAuthority': call(nothing).returns<Authority | null>(),
  'accounts.setDefault': call(z.object({ id })).returns<readonly Account[]>(),
  /** With its key. Its chats stay and use the default one from then on. */
  'accounts.remove': call(z.object({ id })).returns<readonly Account[]>(),
  /** Asks the server for its models, as when it was connected; how many there are. */
  'accounts.test': call(z.object({ id })).returns<number>(),
  'accounts.key': call(z.object({ id })).returns<KeyStatus>(),
  'accounts.removeKey': call(z.object({ id })).returns<KeyStatus>(),

  /** Those that the account may use. Null: the default one. */
  'models.list': call(z.object({ accountId: id.nullable() })).returns<readonly Model[]>(),
  /** Those that Parley knows, wherever they are offered. */
  'models.known': call(nothing).returns<readonly Model[]>(),
};
