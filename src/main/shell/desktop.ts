import { nativeTheme } from 'electron';
import type { AppEvent } from '../../shared/contract';
import type { DesktopState } from '../../shared/desktop';
import type { Settings } from '../../shared/settings';
import type { WindowView } from '../../shared/window-view';
import { broadcast, tell } from './bridge';
import { openAtLogin, opensAtLogin } from './login';
import { Notices } from './notices';
import { QuickAsk } from './quick-ask';
import { TrayIcon } from './tray';
import { keepView, mainWindow, openWindow, showWindow, viewOf } from './window';

interface Place {
  readonly conversationId: string;
  readonly messageId?: string | null;
}

/** The system around the app: what it shows of it, and what it gives. */
export class Desktop {
  readonly #quickAsk = new QuickAsk();
  readonly #tray = new TrayIcon({
    open: showWindow,
    newChat: () => this.#newChat(),
    quickAsk: () => this.#quickAsk.toggle(),
  });
  readonly #notices: Notices;
  #notifies = false;

  /** `titleOf` is what a conversation is called. */
  constructor(titleOf: (conversationId: string) => string | undefined) {
    this.#notices = new Notices({
      wanted: () => this.#notifies,
      titleOf,
      open: (place) => (place ? this.showChat(place) : showWindow()),
    });
  }

  /** The app goes on without a window. */
  get staysWithoutWindow(): boolean {
    return process.platform === 'darwin' || this.#tray.shown;
  }

  state(): DesktopState {
    return { ...this.#quickAsk.state, openAtLogin: opensAtLogin() };
  }

  /** Has the system show what was chosen. */
  apply({ theme, notifications, tray, quickAsk }: Settings): void {
    nativeTheme.themeSource = theme;
    this.#notifies = notifications;
    this.#tray.apply(tray);
    this.#quickAsk.apply(quickAsk);
    this.#changed();
  }

  hear(event: AppEvent): void {
    this.#notices.hear(event);
  }

  openAtLogin(on: boolean): DesktopState {
    openAtLogin(on);
    return this.#changed();
  }

  showChat({ conversationId, messageId = null }: Place): void {
    const window = mainWindow();
    if (!window) return openWindow({ chat: conversationId, ...(messageId && { message: messageId }) });
    tell(window, { name: 'chat.wanted', conversationId, messageId });
    showWindow();
  }

  view(window: string): WindowView | null {
    return viewOf(window);
  }

  keepView(
    window: string,
    {
      openConversation,
      sidebarOpen,
    }: { openConversation?: string | undefined; sidebarOpen?: boolean | undefined },
  ): void {
    keepView(window, {
      ...(openConversation !== undefined && { openConversation }),
      ...(sidebarOpen !== undefined && { sidebarOpen }),
    });
  }

  fitQuickAsk(size: { readonly height: number; readonly stays: boolean }): void {
    this.#quickAsk.fit(size);
  }

  hideQuickAsk(): void {
    this.#quickAsk.hide();
  }

  #newChat(): void {
    const window = mainWindow();
    showWindow();
    if (window) tell(window, { name: 'menu.chosen', command: 'new-chat' });
  }

  #changed(): DesktopState {
    const desktop = this.state();
    broadcast({ name: 'desktop.changed', desktop });
    return desktop;
  }
}
