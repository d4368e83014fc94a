import type { AppErrorData } from '../../../shared/errors';
import type { ExportContent } from '../../../shared/export';
import type { Receipt, Spent } from '../../../shared/money';
import type { Part } from '../../../shared/parts';
import type { ChatRow, ExportStore, MessageText, Wanted } from '../../storage/export-store';
import { read } from '../../storage/message-row';
import type { ReceiptStore } from '../../storage/receipt-store';
import { type Passage, passagesOf } from './passages';

/** A message as a person reads it. */
export interface ReadMessage extends Pick<
  MessageText,
  'id' | 'role' | 'text' | 'status' | 'model' | 'createdAt'
> {
  readonly parts: readonly Part[];
  readonly error: AppErrorData | null;
  /** Null where it is left out, or nobody kept count. */
  readonly spent: Spent | null;
}

/** A conversation that is written, without what was not wished for. */
export interface Chat {
  readonly row: ChatRow;
  /** The shown branch first; there are no others where they are left out. */
  readonly passages: readonly Passage[];
  /** What all of it cost; null where costs are left out. */
  readonly spent: Spent | null;
  /** Of a passage, read as one goes along. */
  readonly messages: (seqs: readonly number[]) => Iterable<ReadMessage>;
  /** The same as they are stored, with thoughts, in the order in which they were written. */
  readonly stored: () => Iterable<MessageText>;
  /** Of the messages that are written; null where costs are left out. */
  readonly receipts: () => readonly Receipt[] | null;
}

interface SourceDeps {
  readonly store: ExportStore;
  readonly receipts: ReceiptStore;
}

/** What is written of a library. */
export class ChatSource {
  readonly #deps: SourceDeps;
  readonly content: ExportContent;

  constructor(deps: SourceDeps, content: ExportContent) {
    this.#deps = deps;
    this.content = content;
  }

  rows(wanted: Wanted): readonly ChatRow[] {
    return this.#deps.store.chats(wanted);
  }

  chat(row: ChatRow): Chat {
    const { store, receipts } = this.#deps;
    const { branches, costs, reasoning } = this.content;
    const nodes = store.nodes(row.id);
    const all = passagesOf(nodes, row.leafId);
    const passages = branches ? all : all.slice(0, 1);
    const kept = new Set(passages.flatMap(({ seqs }) => seqs));
    const written = nodes.filter(({ seq }) => kept.has(seq));
    const ids = new Set(written.map(({ id }) => id));
    const answers = costs ? receipts.byMessage(row.id) : null;
    const leafId = nodes.find(({ seq }) => seq === all[0]?.seqs.at(-1))?.id ?? null;
    return {
      row: { ...row, leafId },
      passages,
      spent: costs ? receipts.inConversation(row.id) : null,
      messages: function* (seqs) {
        for (const message of store.messages(seqs))
          yield toRead(message, { spent: answers?.get(message.id) ?? null, reasoning });
      },
      stored: () => store.messages(written.map(({ seq }) => seq)),
      receipts: () =>
        costs
          ? receipts
              .ofConversation(row.id)
              .filter(({ messageId }) => branches || messageId === null || ids.has(messageId))
          : null,
    };
  }
}

function toRead(
  { id, role, text, status, model, createdAt, parts, error }: MessageText,
  { spent, reasoning }: { readonly spent: Spent | null; readonly reasoning: boolean },
): ReadMessage {
  const all = read<Part[]>(parts) ?? [];
  return {
    ...{ id, role, text, status, model, createdAt, spent },
    parts: reasoning ? all : all.filter(({ kind }) => kind !== 'reasoning'),
    error: read<AppErrorData>(error),
  };
}
