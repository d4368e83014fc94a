import type { Input } from '../../shared/contract';
import type { DesktopState } from '../../shared/desktop';

/** The system around the app, as far as the window may ask for it. */
export interface Desktop {
  state(): DesktopState;
  openAtLogin(on: boolean): DesktopState;
  showChat(place: Input<'desktop.showChat'>): void;
  fitQuickAsk(size: Input<'quickAsk.fit'>): void;
  hideQuickAsk(): void;
}
