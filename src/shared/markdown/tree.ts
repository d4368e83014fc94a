/**
 * What an answer is made of once its Markdown has been read.
 *
 * The list is closed, and nothing in it is markup: whatever a model writes can only become one of these,
 * so what the window shows is decided here and not by the text.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly content: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | List
  | Code
  | Table
  | Maths
  | { readonly kind: 'rule' }
  | { readonly kind: 'note'; readonly label: string; readonly blocks: readonly Block[] };

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface List {
  readonly kind: 'list';
  /** The first number of an ordered list; null for one with bullets. */
  readonly start: number | null;
  /** Its items are single lines, without a distance between them. */
  readonly tight: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** Whether its task is done; null when it is not a task. */
  readonly done: boolean | null;
  readonly blocks: readonly Block[];
}

/** A fenced or indented piece of code. */
export interface Code {
  readonly kind: 'code';
  /** The first word after the fence, as it was written. Empty without one. */
  readonly language: string;
  /** Without the last line break. */
  readonly text: string;
  /** Its closing fence has arrived. */
  readonly closed: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Alignment[];
  readonly head: Row;
  readonly rows: readonly Row[];
}

export type Alignment = 'left' | 'center' | 'right' | null;
/** One cell for each column. */
export type Row = readonly (readonly Inline[])[];

/** A formula on lines of its own, in TeX. */
export interface Maths {
  readonly kind: 'maths';
  readonly tex: string;
  /** Its closing mark has arrived. */
  readonly closed: boolean;
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'emphasis' | 'strong' | 'deleted'; readonly content: readonly Inline[] }
  /** `href` is `https:`, `http:` or `mailto:`; there are no other links. */
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly title: string;
      readonly content: readonly Inline[];
    }
  | Image
  | { readonly kind: 'maths'; readonly tex: string; readonly display: boolean }
  /** The mark of a footnote. */
  | { readonly kind: 'note'; readonly label: string }
  /** The mark of a source of the answer, from 1; `href` is a page that may be opened. */
  | {
      readonly kind: 'source';
      readonly number: number;
      readonly title: string;
      readonly href: string | null;
    };

export interface Image {
  readonly kind: 'image';
  /** A `data:` picture, or the address of a remote one, which is never loaded; null for any other. */
  readonly src: string | null;
  readonly alt: string;
}
