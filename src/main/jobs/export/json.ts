import type { Receipt } from '../../../shared/money';
import type { Part } from '../../../shared/parts';
import type { ChatRow, FolderRow, MessageText } from '../../storage/export-store';
import { read } from '../../storage/message-row';
import type { Chat } from './chat-source';

/** The version of `docs/format/parley-conversations-1.schema.json`. */
const VERSION = 1;

/** The beginning of a file in Parley's own format; its conversations follow, each {@link chatJson}. */
export function* headJson(folders: readonly FolderRow[]): Generator<string> {
  yield `{"format":"parley-conversations","version":${VERSION},\n"folders":[`;
  for (const [index, folder] of folders.entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(folder)}`;
  yield `${folders.length === 0 ? '' : '\n'}],\n"conversations":[`;
}

/** After the last conversation. */
export const footJson = (any: boolean): string => `${any ? '\n' : ''}]}\n`;

/** A conversation on a line of its own. The same conversation is always the same bytes. */
export function* chatJson(chat: Chat, first: boolean, reasoning: boolean): Generator<string> {
  yield `${first ? '' : ','}\n${open(headOf(chat.row))},"messages":[`;
  let comma = '';
  for (const message of chat.stored()) {
    yield comma + messageJson(reasoning ? message : withoutReasoning(message));
    comma = ',';
  }
  const receipts = chat.receipts();
  yield receipts === null ? ']}' : `],"receipts":${JSON.stringify(receipts.map(receiptOf))}}`;
}

/** An object that goes on. */
const open = (object: object): string => JSON.stringify(object).slice(0, -1);

function headOf({ instructions, effort, verbosity, ...row }: ChatRow) {
  const { id, title, titledBy, createdAt, updatedAt, pinnedAt, archivedAt, folderId, leafId } = row;
  return {
    ...{ id, title, titledBy, createdAt, updatedAt, pinnedAt, archivedAt, folderId, leafId },
    options: { instructions, effort, verbosity },
  };
}

/** What was stored as JSON goes in as it is: nothing of it is read, and nothing can change. */
function messageJson(message: MessageText): string {
  const { id, parentId, role, text, status, model, createdAt } = message;
  const { parts, output, response, error, compacted, leftOut } = message;
  const stored = { parts: parts === '[]' ? null : parts, output, response, error, compacted, leftOut };
  const rest = Object.entries(stored).map(([name, json]) => (json === null ? '' : `,"${name}":${json}`));
  return `${open({ id, parentId, role, text, status, model, createdAt })}${rest.join('')}}`;
}

function withoutReasoning(message: MessageText): MessageText {
  const parts = (read<Part[]>(message.parts) ?? []).filter(({ kind }) => kind !== 'reasoning');
  const output = read<unknown[]>(message.output)?.filter((item) => !isReasoning(item));
  return {
    ...message,
    parts: JSON.stringify(parts),
    output: output ? JSON.stringify(output) : null,
  };
}

function isReasoning(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'type' in item && item.type === 'reasoning';
}

/** It stands within its conversation, which it need not name. */
const receiptOf = (receipt: Receipt) => ({ ...receipt, conversationId: undefined });
