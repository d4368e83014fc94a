import { existsSync, statSync } from 'node:fs';
import { AccountStore } from './account-store';
import { ConversationStore } from './conversation-store';
import { Database, type Opening } from './database';
import { DraftStore } from './draft-store';
import { closed, toTrouble } from './library-trouble';
import { FolderStore } from './folder-store';
import { MessageStore } from './message-store';
import { migrate } from './migrate';
import { OpenCallStore } from './open-call-store';
import { ParameterStore } from './parameter-store';
import { ReceiptStore } from './receipt-store';
import { PriceStore } from './price-store';
import { SettingsStore } from './settings-store';
import { TrashStore } from './trash-store';
import { UsageStore } from './usage-store';

/** Everything that is on disk. */
export interface Library {
  readonly db: Database;
  readonly accounts: AccountStore;
  readonly conversations: ConversationStore;
  readonly drafts: DraftStore;
  readonly folders: FolderStore;
  readonly messages: MessageStore;
  readonly openCalls: OpenCallStore;
  readonly parameters: ParameterStore;
  readonly receipts: ReceiptStore;
  readonly priceRows: PriceStore;
  readonly settings: SettingsStore;
  readonly trash: TrashStore;
  readonly usage: UsageStore;
}

export interface LibraryOpening extends Pick<Opening, 'key'> {
  /** Nothing of it may be changed any more once it is open. */
  readonly frozen?: boolean;
}

/** Another program that holds the file is waited for no longer than this: a person waits for the window. */
const START_PATIENCE_MS = 250;

/**
 * Opens the file, brings it up to date, and ends what a crash left streaming, its text kept.
 *
 * Throws `LIBRARY_CLOSED` with the trouble by its name, and leaves the file as it is.
 */
export function openLibrary(path: string, { key = null, frozen = false }: LibraryOpening = {}): Library {
  try {
    const db = new Database(path, { key, waitMs: START_PATIENCE_MS });
    try {
      return storesOf(db, path, frozen);
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  } catch (thrown) {
    throw toTrouble(thrown, path);
  }
}

/**
 * A library that is nowhere on disk, and gone when it is closed. What its rows refer to, accounts among that, may be
 * in another one.
 */
export function openInMemory(): Library {
  const library = openLibrary(':memory:');
  library.db.exec('PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY');
  return library;
}

function storesOf(db: Database, path: string, frozen: boolean): Library {
  if (isCutOff(db, path)) throw closed('CORRUPT', new Error('The end of the file is missing.'));
  migrate(db);
  const messages = new MessageStore(db);
  for (const id of messages.streaming())
    messages.end(id, { ...messages.received(id), status: 'interrupted' });
  if (frozen) db.freeze();
  return {
    db,
    accounts: new AccountStore(db),
    conversations: new ConversationStore(db),
    drafts: new DraftStore(db),
    folders: new FolderStore(db),
    messages,
    openCalls: new OpenCallStore(db),
    parameters: new ParameterStore(db),
    receipts: new ReceiptStore(db),
    priceRows: new PriceStore(db),
    settings: new SettingsStore(db),
    trash: new TrashStore(db),
    usage: new UsageStore(db),
  };
}

/** A file that lost its end opens all the same, and fails only where something is looked for there. */
function isCutOff(db: Database, path: string): boolean {
  if (!existsSync(path) || (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  const size = db.get<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  );
  return (size?.bytes ?? 0) > statSync(path).size;
}
