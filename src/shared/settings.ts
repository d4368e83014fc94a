import type { ExportChoice } from './export';
import type { Budgets } from './money';
import type { TrashDays } from './order';

/** What the user can choose, and what holds where nobody chose. */

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const lineWidths = ['narrow', 'normal', 'wide', 'full'] as const;
/** How wide the conversation and the message box may become. */
export type LineWidth = (typeof lineWidths)[number];

/** Of the words of a conversation, in pixels at the usual zoom. */
export const textSizes = { min: 13, max: 20 } as const;

/** What a screen reader says of an answer: that it has begun and ended, each sentence, or all of it at its end. */
export const announcements = ['ends', 'sentences', 'answer'] as const;
type Announcements = (typeof announcements)[number];

export interface Settings {
  readonly theme: Theme;
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
  theme: 'system',
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
  exporting: { format: 'markdown', branches: false, costs: false, reasoning: false },
  trashDays: 30,
  openFolders: [],
  openConversation: null,
};
