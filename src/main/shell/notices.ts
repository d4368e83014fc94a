import { app, BrowserWindow, Notification } from 'electron';
import type { AppEvent } from '../../shared/contract';
import { firstWords } from '../../shared/first-words';
import type { Message } from '../../shared/model';
import { words } from '../../shared/words';

interface NoticesDeps {
  /** Whether the user wants to be told. */
  readonly wanted: () => boolean;
  /** Of a temporary chat undefined. */
  readonly titleOf: (conversationId: string) => string | undefined;
  /** Null: no chat in particular. */
  readonly open: (place: { readonly conversationId: string; readonly messageId: string } | null) => void;
}

/** Counts answers that end while no window is in front on the app's icon, and tells of them where that is wanted. */
export class Notices {
  readonly #deps: NoticesDeps;
  /** Kept while they can be clicked: one that nobody holds is forgotten with its listeners. */
  readonly #shown = new Set<Notification>();
  #unseen = 0;

  constructor(deps: NoticesDeps) {
    this.#deps = deps;
    app.on('browser-window-focus', () => this.#count(0));
  }

  hear(event: AppEvent): void {
    if (event.name !== 'turn.ended' || BrowserWindow.getFocusedWindow()) return;
    const { status } = event.answer;
    if (status !== 'done' && status !== 'failed') return;
    this.#count(this.#unseen + 1);
    if (this.#deps.wanted()) this.#tell(event.answer);
  }

  #tell({ id: messageId, conversationId, status, text }: Message): void {
    if (!Notification.isSupported()) return;
    const { titleOf, open } = this.#deps;
    const title = titleOf(conversationId);
    const kept = title !== undefined; // else the system would keep its words, and another window might open it
    const said = kept ? firstWords(text) : '';
    const body = status === 'failed' ? words.desktop.notices.failed : said;
    const notice = new Notification({ title: title ?? words.desktop.notices.answer, body });
    this.#shown.add(notice);
    const forget = () => this.#shown.delete(notice);
    notice.once('click', () => {
      forget();
      open(kept ? { conversationId, messageId } : null);
    });
    notice.once('close', forget);
    notice.show();
  }

  #count(unseen: number): void {
    if (unseen === this.#unseen) return;
    this.#unseen = unseen;
    app.setBadgeCount(unseen);
  }
}
