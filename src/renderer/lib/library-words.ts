import type { LibraryTrouble } from '../../shared/library-care';
import { numberFormat, words } from '../../shared/words';

/** What can be done for a library that is closed. */
export type LibraryAction =
  'begin' | 'choose' | 'quit' | 'read-only' | 'rescue' | 'restore' | 'retry' | 'unlock';

interface TroubleCopy {
  readonly title: string;
  readonly text: string;
  /** What is safe. */
  readonly kept: string;
  /** The likeliest way on first. */
  readonly actions: readonly LibraryAction[];
}

const ways: Readonly<Record<LibraryTrouble, readonly LibraryAction[]>> = {
  CORRUPT: ['restore', 'rescue', 'read-only', 'retry', 'begin', 'quit'],
  DISK_FULL: ['retry', 'read-only', 'choose', 'quit'],
  GONE: ['restore', 'retry', 'choose', 'begin', 'quit'],
  LOCKED: ['retry', 'quit'],
  MIGRATION_FAILED: ['retry', 'restore', 'rescue', 'quit'],
  MISSING_FOLDER: ['retry', 'choose', 'quit'],
  NEWER: ['restore', 'choose', 'quit'],
  NO_KEY: ['unlock', 'retry', 'restore', 'choose', 'quit'],
  READ_ONLY: ['retry', 'read-only', 'choose', 'quit'],
  UNREADABLE: ['retry', 'restore', 'choose', 'quit'],
  WRONG_KEY: ['unlock', 'retry', 'restore', 'choose', 'quit'],
};

/** How a trouble reads. */
export function troubleCopy(trouble: LibraryTrouble): TroubleCopy {
  return { ...words.trouble.cards[trouble], actions: ways[trouble] };
}

/** Why nothing can be asked while a copy is read. */
export function readOnlyWords(trouble: LibraryTrouble): string {
  const why: Partial<Record<LibraryTrouble, string>> = words.trouble.readOnly;
  return why[trouble] ?? words.trouble.readOnly.other;
}

const inUnits = (unit: string) => {
  const tenths = numberFormat({ style: 'unit', unit, minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = numberFormat({ style: 'unit', unit, maximumFractionDigits: 0 });
  return (size: number) => (size < 10 ? tenths(size) : whole(size));
};
const inBytes = numberFormat({ style: 'unit', unit: 'byte', unitDisplay: 'long' });
const inLarger = [inUnits('kilobyte'), inUnits('megabyte'), inUnits('gigabyte')];

/** “4.1 kB” */
export function sizeWords(bytes: number): string {
  let [size, write] = [bytes, inBytes];
  for (const larger of inLarger) if (size >= 1000) [size, write] = [size / 1000, larger];
  return write(size);
}
