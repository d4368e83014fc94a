import type { Segment } from '../../../shared/search';

/** A row that can be chosen. */
export interface PaletteOption {
  /** Unique in the whole list. */
  readonly id: string;
  readonly label: readonly Segment[];
  /** The second line: words of a message, and who said them. */
  readonly detail: { readonly by: string; readonly words: readonly Segment[] } | null;
  /** At its end: a date, or keys. */
  readonly aside: string;
  /** The name of a folder, before the date. */
  readonly folder: string | null;
  readonly kind: 'chat' | 'action' | 'more';
  /** It goes with the one above it. */
  readonly below: boolean;
}

export interface PaletteSection {
  readonly name: string;
  readonly options: readonly PaletteOption[];
}
