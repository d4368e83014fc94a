import type { ExportChoice } from './export';
import type { Budgets } from './money';
import type { TrashDays } from './order';
import type { LanguageCode } from './words/language';

/** What the user can choose, and what holds where nobody chose. */

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const lineWidths = ['narrow', 'normal', 'wide', 'full'] as const;
/** How wide the conversation and the message box may become. */
export type LineWidth = (typeof lineWidths)[number];

/** Of the words of a conversation, in pixels at the usual zoom. */
export const textSizes = { min: 13, max: 20 } as const;

export const densities = ['comfortable', 'compact'] as const;
export const proxyModes = ['system', 'none', 'manual'] as const;

/** Who a proxy is asked as. The password is in the keychain, and in no setting. */
export interface ProxyUser {
  /** As in {@link Proxy}. */
  readonly server: string;
  readonly user: string;
}

/** By which way main's requests leave. */
export interface Proxy {
  readonly mode: (typeof proxyModes)[number];
  /** For `manual`, as Chromium reads it: `http://proxy:3128`, `socks5://…`. */
  readonly server: string;
  /** For `manual`: hosts that are reached directly, with commas between them. */
  readonly bypass: string;
  /** For `manual`: as whom it is asked, where it asks for a password. */
  readonly user?: string | undefined;
}

/** The small window that a key of the whole system opens. */
export interface QuickAsk {
  readonly on: boolean;
  /** As Electron names keys, such as `Ctrl+Alt+Space`; null is the usual one of the system. */
  readonly keys: string | null;
  /** Null: as new chats are. */
  readonly model: string | null;
}

/** What a screen reader says of an answer: that it has begun and ended, each sentence, or all of it at its end. */
export const announcements = ['ends', 'sentences', 'answer'] as const;
type Announcements = (typeof announcements)[number];

export interface Settings {
  readonly language: LanguageCode | 'system';
  readonly theme: Theme;
  /** More contrast than the theme has, or as much as the system asks for. */
  readonly contrast: 'system' | 'more';
  /** The colour of the main action: Parley's own, or the system's where it can be read. */
  readonly accent: 'parley' | 'system';
  /** On Linux: the buttons of the window lie in Parley's own bar. */
  readonly integratedTitleBar: boolean;
  readonly density: (typeof densities)[number];
  readonly motion: 'system' | 'reduce';
  readonly textSize: number;
  readonly lineWidth: LineWidth;
  /** `$…$` is a formula where it can be one. */
  readonly dollarMaths: boolean;
  readonly announce: Announcements;
  /** A screen reader also says, from time to time, that an answer is still written. */
  readonly announceProgress: boolean;
  /** What every conversation without instructions of its own tells the model. */
  readonly instructions: string;
  /** A small model words the titles of new conversations. */
  readonly titles: boolean;
  readonly budgets: Budgets;
  /** Tokens that an answer may have, its thoughts among them; null: as many as the model can. */
  readonly longestAnswer: number | null;
  /** A request that costs more than so many micro-dollars to read is counted by the server before it is sent. */
  readonly countExactlyAbove: number | null;
  /** Quitting while an answer is written asks first. */
  readonly askBeforeQuit: boolean;
  /** Enter sends and Shift+Enter begins a new line; otherwise the other way round. */
  readonly enterSends: boolean;
  /** Keys that are not the usual ones, by the command's name; null where it has none. */
  readonly shortcuts: Readonly<Record<string, string | null>>;
  readonly quickAsk: QuickAsk;
  /** An icon in the system's bar, where the app goes on when its windows are closed. */
  readonly tray: boolean;
  /** Tells of answers that are ready while no window is in front. */
  readonly notifications: boolean;
  readonly proxy: Proxy;
  /** Looks for new versions; null until the user was asked. */
  readonly updates: boolean | null;
  /** What was chosen for the last export. */
  readonly exporting: ExportChoice;
  readonly trashDays: TrashDays;
  /** Folders whose chats are seen in the sidebar. */
  readonly openFolders: readonly string[];
  /** The conversation to come back to; it may not have begun. */
  readonly openConversation: string | null;
}

/** As they are before anything was changed. */
export const usualSettings: Settings = {
  language: 'system',
  theme: 'system',
  contrast: 'system',
  accent: 'parley',
  integratedTitleBar: false,
  density: 'comfortable',
  motion: 'system',
  textSize: 15,
  lineWidth: 'normal',
  dollarMaths: true,
  announce: 'ends',
  announceProgress: false,
  instructions: '',
  titles: true,
  budgets: { day: null, month: null, conversation: null },
  longestAnswer: null,
  countExactlyAbove: null,
  askBeforeQuit: false,
  enterSends: true,
  shortcuts: {},
  quickAsk: { on: false, keys: null, model: null },
  tray: false,
  notifications: false,
  proxy: { mode: 'system', server: '', bypass: '' },
  updates: null,
  exporting: { format: 'markdown', branches: false, costs: false, reasoning: false },
  trashDays: 30,
  openFolders: [],
  openConversation: null,
};
