import { app, BrowserWindow, Notification } from 'electron';
import type { AppEvent } from '../../shared/contract';
import { firstWords } from '../../shared/first-words';
import type { Message } from '../../shared/model';
import { words } from '../../shared/words';

interface NoticesDeps {
  /** Whether the user wants to be told. */
  readonly wanted: () => boolean;
  readonly titleOf: (conversationId: string) => string | undefined;
  readonly open: (place: { readonly conversationId: string; readonly messageId: string }) => void;
}

/** Tells of answers that end while no window is in front, and counts them on the app's icon. */
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
    if (event.name !== 'turn.ended' || BrowserWindow.getFocusedWindow() || !this.#deps.wanted()) return;
    const { status } = event.answer;
    if (status === 'done' || status === 'failed') this.#tell(event.answer);
  }

  #tell({ id: messageId, conversationId, status, text }: Message): void {
    this.#count(this.#unseen + 1);
    if (!Notification.isSupported()) return;
    const { titleOf, open } = this.#deps;
    const title = titleOf(conversationId) ?? words.desktop.notices.answer;
    const body = status === 'failed' ? words.desktop.notices.failed : firstWords(text);
    const notice = new Notification({ title, body });
    this.#shown.add(notice);
    const forget = () => this.#shown.delete(notice);
    notice.once('click', () => {
      forget();
      open({ conversationId, messageId });
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
