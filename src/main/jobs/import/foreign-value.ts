/** What others' JSON holds, read without trust: whatever is not as it should be is null. */
import { Unreadable } from './refusal';
import { words } from '../../../shared/words';

export type Foreign = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): Foreign | null {
  // The one cast: an object that is no list has names, and what they hold stays unknown.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Foreign) : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list. */
export function objectsOf(value: unknown): readonly Foreign[] {
  return listOf(value)
    .map(objectOf)
    .filter((item) => item !== null);
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Words that are more than blanks. */
export function wordsOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Times come in seconds, in thousandths, millionths or billionths of one, or as the words of ISO 8601. */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'string') return sane(Date.parse(value));
  const time = numberOf(value);
  if (time === null || time <= 0) return null;
  if (time < 1e11) return sane(time * 1000);
  if (time < 1e14) return sane(time);
  return sane(time < 1e17 ? time / 1000 : time / 1e6);
}

const LAST = Date.UTC(2200, 0);

function sane(time: number): number | null {
  return time > 0 && time < LAST ? Math.round(time) : null;
}

export interface Shape {
  /** How deep values may lie in one another. */
  readonly deepest: number;
  /** What lies under these names is kept as it came, and none of it is read. */
  readonly verbatim?: readonly string[];
}

/** Refuses what no exporter writes: values in values beyond measure, and names that mean something to the language. */
export function checkShape(value: unknown, { deepest, verbatim = [] }: Shape): void {
  const open = [{ current: value, depth: 1, read: true }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { current, depth, read } = next;
    if (typeof current !== 'object' || current === null) continue;
    if (depth > deepest) throw new Unreadable(words.transfer.refusals.tooDeep, { problem: 'unsafe' });
    if (read && Object.hasOwn(current, '__proto__'))
      throw new Unreadable(words.transfer.refusals.proto, { problem: 'unsafe' });
    for (const [name, inner] of Object.entries(current) as [string, unknown][]) {
      if (typeof inner === 'object' && inner !== null)
        open.push({ current: inner, depth: depth + 1, read: read && !verbatim.includes(name) });
    }
  }
}
