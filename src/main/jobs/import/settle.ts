import { createHash } from 'node:crypto';
import { titleFrom } from '../../services/title';
import type { KeptMessage } from '../../storage/arrival-store';
import type { ArrivingConversation, ArrivingMessage, ReadyConversation } from './arriving';
import { Unreadable } from './refusal';
import { type Answered, Tree } from './tree';
import { wholeNumber, words } from '../../../shared/words';

/** The same for the same source, so that what comes twice is known. */
function idFor(...source: readonly string[]): string {
  const hex = createHash('sha256').update(source.join('\n')).digest('hex');
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The most messages that a conversation may have. */
export const MOST_MESSAGES = 100_000;

/** What an importer read, in the library's terms; null where it holds no words. */
export function settle(
  format: string,
  conversation: ArrivingConversation,
  now: number,
): ReadyConversation | null {
  if (conversation.messages.length > MOST_MESSAGES)
    throw new Unreadable(words.transfer.refusals.tooManyMessages(wholeNumber(MOST_MESSAGES)), {
      problem: 'too-large',
    });
  const start = conversation.createdAt ?? conversation.updatedAt;
  const tree = new Tree(conversation.messages, start);
  const answered = tree.answered();
  const [first] = answered;
  if (!first) return null;
  const createdAt = start ?? (first.createdAt > 0 ? first.createdAt : now);
  const idOf = (sourceId: string) => idFor(format, conversation.sourceId, sourceId);
  const leaf = tree.leaf(conversation.leaf);
  const last = answered.reduce((latest, message) => Math.max(latest, message.createdAt), createdAt);
  const question = answered.find(({ role }) => role === 'user') ?? first;
  const title = titleOf(conversation.title);
  return {
    id: idFor(format, conversation.sourceId),
    title: title ?? titleFrom(question.text),
    titledBy: title === null ? 'question' : 'user',
    createdAt,
    updatedAt: conversation.updatedAt ?? last,
    pinnedAt: conversation.pinnedAt ?? null,
    archivedAt: conversation.archivedAt ?? null,
    instructions: conversation.instructions ?? null,
    ...{ effort: null, verbosity: null, folderId: null },
    leafId: leaf === null ? null : idOf(leaf),
    messages: answered.map((message) => kept(message, createdAt, idOf)),
    receipts: [],
  };
}

/** As long as a title may be. */
function titleOf(title: string | undefined): string | null {
  const line = (title ?? '').replace(/\s+/g, ' ').trim();
  return line === '' ? null : line.slice(0, 200).trim().toWellFormed();
}

function kept(message: Answered, start: number, idOf: (sourceId: string) => string): KeptMessage {
  const { sourceId, parent, role, text, parts, model, status, createdAt } = message;
  return {
    id: idOf(sourceId),
    parentId: parent === null ? null : idOf(parent),
    ...{ role, text, status: role === 'user' ? 'done' : status },
    model: role === 'user' ? null : modelOf(model),
    parts: parts.length === 0 ? null : JSON.stringify(parts),
    ...{ output: null, response: null, error: null, compacted: null, leftOut: null },
    createdAt: createdAt > 0 ? createdAt : start,
  };
}

function modelOf(model: ArrivingMessage['model']): string | null {
  const name = (model ?? '').trim().slice(0, 200);
  return name === '' ? null : name;
}
