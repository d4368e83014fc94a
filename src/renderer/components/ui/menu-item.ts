import type { FolderColour } from '../../../shared/order';

/** One line of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** Quiet words behind the label. */
  readonly note?: string;
  /** The words above it and those that follow with the same. */
  readonly group?: string;
  readonly danger?: boolean;
  /** Set where one of the items is the current one. */
  readonly checked?: boolean;
  /** A dot before the label; null: without a colour. */
  readonly dot?: FolderColour | null;
  /** A menu of its own, which opens beside this line. */
  readonly items?: readonly MenuItem[];
  /** Of one with a menu of its own: nothing. */
  readonly onselect: () => void;
}
