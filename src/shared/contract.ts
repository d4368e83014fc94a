/**
 * Everything that crosses between the window and the main process.
 *
 * Calls go from the window to main and are checked there: the window renders
 * model output and is not trusted. Events come from main, which is, so they
 * are types alone. To add a call, add a line here; the compiler then asks for
 * its handler.
 */
import { z } from 'zod';
import type { Account, Conversation, KeyStatus, Message, Model, Settings, Start, Transcript } from './model';

export interface Call<In extends z.ZodType = z.ZodType, Out = unknown> {
  readonly input: In;
  /** Exists for the compiler only. */
  readonly output?: Out;
}

const call = <In extends z.ZodType>(input: In) => ({
  returns: <Out>(): Call<In, Out> => ({ input }),
});

const id = z.uuid();
const model = z.string().trim().min(1).max(200);
const nothing = z.undefined();

/** Far above any model's context, and small enough to cross the bridge in one piece. */
const LONGEST = 10_000_000;
const text = z
  .string()
  .max(LONGEST)
  .refine((value) => value.trim() !== '');

/** A key is one word of printable ASCII: anything else cannot be an HTTP header. */
export const apiKey = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,500}$/);

export const calls = {
  'app.start': call(nothing).returns<Start>(),

  /**
   * Checks the key with the server and then keeps it. No key: a server that asks for none.
   *
   * `keepIn: 'run'` keeps it in memory only, for where no keychain answers.
   */
  'account.connect': call(
    z.object({
      address: z.string().trim().max(2000),
      key: apiKey.nullable(),
      keepIn: z.enum(['keychain', 'run']),
    }),
  ).returns<Account>(),
  /** The same, with the key that was found in the environment. */
  'account.import': call(z.object({ keepIn: z.enum(['keychain', 'run']) })).returns<Account>(),
  'account.key': call(nothing).returns<KeyStatus>(),
  'account.removeKey': call(nothing).returns<KeyStatus>(),

  'models.list': call(nothing).returns<readonly Model[]>(),

  /** A page of those older than the last one that is known, newest first. An empty page is the end. */
  'conversations.list': call(z.object({ before: z.object({ id, updatedAt: z.int() }) })).returns<
    readonly Conversation[]
  >(),
  'conversations.open': call(z.object({ id })).returns<Transcript>(),
  'conversations.rename': call(z.object({ id, title: z.string().trim().min(1).max(200) })).returns<void>(),
  /** Puts it aside; `restore` takes it back. An answer that is being written is stopped. */
  'conversations.delete': call(z.object({ id })).returns<void>(),
  'conversations.restore': call(z.object({ id })).returns<Conversation>(),
  /** Shows the branch that ends in this message. */
  'conversations.show': call(z.object({ id, leafId: id })).returns<void>(),

  /** Keeps what is typed; an empty text forgets it. */
  'drafts.keep': call(z.object({ conversationId: id, text: z.string().max(LONGEST) })).returns<void>(),

  /** Stores the question and starts the answer, which arrives as `turn.*` events. */
  'turn.start': call(
    z.object({ conversationId: id, parentId: id.nullable(), questionId: id, answerId: id, text, model }),
  ).returns<void>(),
  /** Starts another answer to a stored question, beside the ones it has. */
  'turn.again': call(z.object({ conversationId: id, questionId: id, answerId: id, model })).returns<void>(),
  'turn.stop': call(z.object({ answerId: id })).returns<void>(),

  'settings.change': call(
    z
      .object({ theme: z.enum(['system', 'light', 'dark']), defaultModel: model, openConversation: id })
      .partial(),
  ).returns<Settings>(),
};

/** What a menu item asks of the window. */
export type Command = 'new-chat' | 'open-settings' | 'toggle-sidebar' | 'focus-composer' | 'choose-model';

/** A turn is known by the id of the answer it writes. */
interface Events {
  /** A conversation is new, or has a new title or time. */
  'conversation.changed': { readonly conversation: Conversation };
  /** `at` is where `text` belongs in the answer, so a lost or doubled delta shows. */
  'turn.delta': { readonly answerId: string; readonly at: number; readonly text: string };
  /** The answer as it is now on disk; its status says how the turn ended. */
  'turn.ended': { readonly answer: Message };
  'menu.chosen': { readonly command: Command };
}

export type CallName = keyof typeof calls;
export type Input<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = (typeof calls)[N] extends Call<z.ZodType, infer Out> ? Out : never;

/** Any event, tagged with its name. */
export type AppEvent = { [N in keyof Events]: Events[N] & { readonly name: N } }[keyof Events];

/** One handler per call; a missing or an extra one does not compile. */
export type Handlers = { [N in CallName]: (input: Input<N>) => Output<N> | Promise<Output<N>> };
