/** What can be chosen for an export. */

export const exportFormats = ['markdown', 'json', 'html', 'pdf'] as const;
/** Markdown, HTML and PDF are a file for each chat; JSON is one file for all, and can be imported again. */
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportContent {
  /** Also what was asked or answered otherwise. */
  readonly branches: boolean;
  /** What the calls used and cost. */
  readonly costs: boolean;
  /** What the models thought. */
  readonly reasoning: boolean;
}

export interface ExportChoice extends ExportContent {
  readonly format: ExportFormat;
}
