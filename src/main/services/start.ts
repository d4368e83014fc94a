import type { LibraryTrouble } from '../../shared/library-care';
import type { Start } from '../../shared/model';
import type { AccountService } from './account-service';
import type { Chats } from './chats';
import type { Desktop } from './desktop';
import type { DraftService } from './draft-service';
import type { FolderService } from './folder-service';
import type { LibraryService } from './library-service';
import type { Receipts } from './money/receipts';
import type { ReadingService } from './reading-service';
import type { SettingsService } from './settings-service';

export interface StartDeps {
  readonly accounts: AccountService;
  readonly chats: Pick<Chats, 'leave'>;
  readonly drafts: DraftService;
  readonly folders: FolderService;
  readonly library: LibraryService;
  readonly reading: ReadingService;
  readonly receipts: Receipts;
  readonly settings: SettingsService;
  readonly desktop: Pick<Desktop, 'view'>;
  readonly platform: Start['platform'];
  readonly readOnly?: LibraryTrouble | null | undefined;
}

/** What a window needs for its first paint. What its page before kept nowhere is gone. */
export function startOf(deps: StartDeps, window?: string): Start {
  const { accounts, drafts, folders, library, reading, receipts, settings } = deps;
  const { chats, desktop, platform, readOnly = null } = deps;
  if (window !== undefined) chats.leave(window);
  const current = settings.all();
  // A window that nobody knows comes back to what was open last in any.
  const view = (window !== undefined && desktop.view(window)) || {
    openConversation: current.openConversation,
    sidebarOpen: true,
  };
  const { openConversation } = view;
  return {
    accounts: accounts.all(),
    conversations: library.first(current.openFolders),
    folders: folders.list(),
    view: { openConversation, sidebarOpen: view.sidebarOpen },
    transcript: openConversation === null ? null : reading.open({ id: openConversation }),
    drafts: drafts.all(),
    settings: current,
    offer: accounts.offer(),
    balance: receipts.balance(),
    platform,
    readOnly,
  };
}
