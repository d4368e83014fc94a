import type { Message } from '../../shared/model';
import { foldQuery, foldText } from './find-text';
import { messagesNear } from './messages-near';

/** A question with the headings of its answer. */
export interface OutlineEntry {
  readonly questionId: string;
  /** The first line of the question. */
  readonly title: string;
  readonly answerId: string | null;
  readonly headings: readonly OutlineHeading[];
}

interface OutlineHeading {
  readonly text: string;
  /** How deep it is below the highest of its answer, from 0. */
  readonly depth: number;
  /** Its number in the answer, from 0. */
  readonly index: number;
}

/** A place in a chat: a message, or a heading in it. */
export interface OutlinePlace {
  readonly messageId: string;
  readonly heading: number | null;
}

const QUESTIONS = 6;
const HEADINGS = 3;
const worthy = new WeakMap<Message, boolean>();

/** Whether a chat is so long that one would look for one's place in it. */
export function worthAnOutline(path: readonly Message[]): boolean {
  return path.length >= 2 * QUESTIONS - 1 || path.some((message) => hasHeadings(message));
}

/** Roughly: what stands in code may look like one. */
function hasHeadings(message: Message): boolean {
  if (message.role === 'user' || message.status === 'streaming') return false;
  const known = worthy.get(message) ?? (message.text.match(/^ {0,3}#{1,6}\s/gm)?.length ?? 0) >= HEADINGS;
  worthy.set(message, known);
  return known;
}

/** What is left of an outline where one looks for words. */
export function filterOutline(entries: readonly OutlineEntry[], query: string): readonly OutlineEntry[] {
  const wanted = foldQuery(query.trim());
  if (wanted === '') return entries;
  const has = (text: string) => foldText(text).includes(wanted);
  return entries.flatMap((entry) => {
    const headings = entry.headings.filter(({ text }) => has(text));
    return headings.length > 0 || has(entry.title) ? [{ ...entry, headings }] : [];
  });
}

/** The headings of an answer in the window, in its order. */
export function headingElements(message: HTMLElement): readonly HTMLElement[] {
  const all = message.querySelectorAll<HTMLElement>('h3, h4, h5, h6');
  return [...all].filter((heading) => !heading.closest('[data-chrome], details, section'));
}

/** The message that one reads, and which of its headings one has come to. */
export function placeInView(log: HTMLElement): OutlinePlace | null {
  const { top, height } = log.getBoundingClientRect();
  const [message] = messagesNear(log, -Math.min(height / 3, 160));
  if (!message) return null;
  const line = top + 80;
  const passed = headingElements(message).filter((heading) => heading.getBoundingClientRect().top < line);
  return {
    messageId: message.dataset['message'] ?? '',
    heading: passed.length === 0 ? null : passed.length - 1,
  };
}
