/** Parley's own format, `docs/format/`: conversations as they are kept, ids and all. */
import { z } from 'zod';
import { efforts, verbosities } from '../../../shared/model';
import { callKinds, outcomes } from '../../../shared/money';
import type { KeptFolder, KeptMessage } from '../../storage/arrival-store';
import type { ReadyConversation } from './arriving';
import { Unreadable } from './refusal';
import { MOST_MESSAGES } from './settle';
import { words } from '../../../shared/words';

/** The newest version that this Parley reads. */
const VERSION = 1;

const id = z.uuid();
const time = z.int().min(0).max(8.64e15);
const text = z.string().nullable();
const micros = z.int();
const count = z.int().min(0);

const place = { at: count };
const source = z.object({ title: z.string(), url: text });
const part = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('reasoning'), ...place, text: z.string(), ms: z.number().nullable() }),
  z.looseObject({
    ...{ kind: z.literal('step'), ...place, tool: z.string(), name: text, text: z.string() },
    ...{ state: z.enum(['running', 'done', 'failed']), sources: z.array(source) },
  }),
  z.looseObject({ kind: z.literal('citation'), ...place, source }),
  z.looseObject({
    ...{ kind: z.literal('image'), ...place, data: z.string().regex(/^$|^data:image\//), done: z.boolean() },
  }),
  z.looseObject({ kind: z.literal('refusal'), ...place }),
  z.looseObject({ kind: z.literal('left-out'), ...place, parameter: z.string() }),
]);

const message = z.object({
  ...{ id, parentId: id.nullable(), role: z.enum(['user', 'assistant']), text: z.string() },
  status: z.enum(['done', 'stopped', 'interrupted', 'failed']),
  ...{ model: text, createdAt: time },
  parts: z.array(part).optional(),
  output: z.array(z.unknown()).optional(),
  response: z.unknown().optional(),
  error: z.looseObject({ code: z.string(), message: z.string(), details: z.looseObject({}) }).optional(),
  compacted: z.array(z.unknown()).optional(),
  leftOut: z.array(z.string()).optional(),
});

const receipt = z.object({
  ...{ id: z.string().min(1), at: time, kind: z.enum(callKinds), outcome: z.enum(outcomes), messageId: text },
  ...{ accountId: z.string(), accountName: z.string(), asked: z.string(), model: z.string(), tier: text },
  usage: z.object({ input: count, cached: count, cacheWritten: count, output: count, reasoning: count }),
  tools: z.record(z.string(), z.number()),
  ...{ toolMicros: micros, micros: micros.nullable(), prices: z.string(), estimated: z.boolean() },
});

const conversation = z.object({
  ...{ id, title: z.string(), titledBy: z.enum(['question', 'model', 'user']) },
  ...{ createdAt: time, updatedAt: time, pinnedAt: time.nullable(), archivedAt: time.nullable() },
  ...{ folderId: id.nullable(), leafId: id.nullable() },
  options: z.object({
    instructions: text,
    effort: text,
    verbosity: text,
  }),
  messages: z.array(message).max(MOST_MESSAGES),
  receipts: z.array(receipt).optional(),
});

const folder = z.object({
  ...{ id, name: z.string(), colour: text, model: text, instructions: text, createdAt: time },
});

export function readVersion(value: unknown): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    throw new Unreadable(words.transfer.refusals.noVersion);
  if (value > VERSION) throw new Unreadable(words.transfer.refusals.version(value), { problem: 'newer' });
}

export function readFolder(value: unknown): KeptFolder {
  return checked(folder, value, 'a folder');
}

export function readParley(value: unknown): ReadyConversation {
  const { options, messages, receipts = [], ...rest } = checked(conversation, value, 'it');
  const above = new Set<string>();
  for (const [index, { id: own, parentId }] of messages.entries()) {
    if (above.has(own)) throw new Unreadable(words.transfer.refusals.twice(index + 1));
    if (parentId !== null && !above.has(parentId))
      throw new Unreadable(words.transfer.refusals.followsLater(index + 1));
    above.add(own);
  }
  if (rest.leafId !== null && !above.has(rest.leafId)) throw new Unreadable(words.transfer.refusals.noBranch);
  return {
    ...rest,
    instructions: options.instructions,
    effort: known(efforts, options.effort),
    verbosity: known(verbosities, options.verbosity),
    messages: messages.map(kept),
    receipts: receipts.map((one) => row(one, rest.id)),
  };
}

function kept(read: z.infer<typeof message>): KeptMessage {
  const { id: own, parentId, role, status, model, createdAt } = read;
  return {
    ...{ id: own, parentId, role, text: read.text, status, model, createdAt },
    output: json(read.output),
    response: json(read.response),
    error: json(read.error),
    parts: json(read.parts),
    compacted: json(read.compacted),
    leftOut: json(read.leftOut),
  };
}

/** As the table has it. */
function row({ usage, tools, ...rest }: z.infer<typeof receipt>, conversationId: string): Receipt {
  return {
    ...{ id: rest.id, at: rest.at, kind: rest.kind, outcome: rest.outcome, conversation_id: conversationId },
    ...{ message_id: rest.messageId, account_id: rest.accountId, account_name: rest.accountName },
    ...{ asked: rest.asked, model: rest.model, tier: rest.tier },
    ...{ input: usage.input, cached: usage.cached, cache_written: usage.cacheWritten },
    ...{ output: usage.output, reasoning: usage.reasoning },
    ...{ tools: JSON.stringify(tools), tool_micros: rest.toolMicros, micros: rest.micros },
    ...{ prices: rest.prices, estimated: rest.estimated ? 1 : 0 },
  };
}

/** A measure that this Parley does not know is left to the model. */
function known(all: readonly string[], word: string | null): string | null {
  return word !== null && all.includes(word) ? word : null;
}

type Receipt = ReadyConversation['receipts'][number];

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** The value as it came: its JSON is to be what it was, to the order of the names. */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return value as z.infer<Schema>; // which the schema has just checked
  const path = read.error.issues[0]?.path ?? [];
  const said = words.transfer.refusals;
  const [list, number, ...rest] = path;
  if (list === 'messages' && typeof number === 'number')
    throw new Unreadable(said.invalidMessage(number + 1, rest.join('.') || said.content));
  throw new Unreadable(said.invalid(what, path.join('.') || said.content));
}
