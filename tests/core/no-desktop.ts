import type { Desktop } from '../../src/main/app.ts';

/** The system around a core that runs by itself: nothing of it is seen. */
const state = { quickAsk: 'off', quickAskKeys: 'Ctrl+Alt+Space', openAtLogin: null } as const;

export const noDesktop: Desktop = {
  state: () => state,
  openAtLogin: () => state,
  showChat: () => undefined,
  view: () => null,
  keepView: () => undefined,
  fitQuickAsk: () => undefined,
  hideQuickAsk: () => undefined,
};
