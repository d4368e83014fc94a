import { AccountStore } from './account-store';
import { ConversationStore } from './conversation-store';
import { Database } from './database';
import { DraftStore } from './draft-store';
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

/** Opens the file, brings it up to date, and ends what a crash left streaming, its text kept. */
export function openLibrary(path: string): Library {
  const db = new Database(path);
  migrate(db);
  const messages = new MessageStore(db);
  for (const id of messages.streaming())
    messages.end(id, { ...messages.received(id), status: 'interrupted' });
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
