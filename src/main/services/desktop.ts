import type { Input } from '../../shared/contract';
import type { DesktopState } from '../../shared/desktop';
import type { WindowView } from '../../shared/window-view';

/** The system around the app, as far as the window may ask for it. */
export interface Desktop {
  state(): DesktopState;
  openAtLogin(on: boolean): DesktopState;
  showChat(place: Input<'desktop.showChat'>): void;
  /** What a window comes back to; null where it is not known. */
  view(window: string): WindowView | null;
  keepView(window: string, view: Omit<Input<'window.remember'>, 'window'>): void;
  fitQuickAsk(size: Input<'quickAsk.fit'>): void;
  hideQuickAsk(): void;
}
