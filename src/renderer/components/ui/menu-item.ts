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
  readonly onselect: () => void;
}
