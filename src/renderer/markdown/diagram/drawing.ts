/** What the window and the frame that draws say to each other. */

/** The frame's page, which the bundle serves beside the window's own. */
export const framePath = '/diagram/frame.html';

/** A longer source is not drawn. */
export const longestSource = 50_000;

/** How a diagram looks: colours as `#rrggbb`, so that it fits the window around it. */
export interface Look {
  readonly dark: boolean;
  readonly font: string;
  readonly ground: string;
  readonly box: string;
  readonly group: string;
  readonly line: string;
  readonly text: string;
  readonly quietText: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly note: string;
  readonly danger: string;
  readonly dangerSoft: string;
  /** Grounds of parts that are only told from each other, with `text` on them. */
  readonly scale: readonly string[];
}

export interface DrawRequest {
  readonly id: number;
  readonly code: string;
  readonly look: Look;
}

/** A picture that stands alone, with the size it has at its natural scale. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A problem is told in Mermaid's words; it is empty where there was nothing to draw. */
export type DrawReply =
  { readonly id: number; readonly drawing: Drawing } | { readonly id: number; readonly problem: string };
