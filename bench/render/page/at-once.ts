import { chunks, type Answer } from '../answers.ts';
import type { Contender } from './contender.ts';
import { frame, task, watch, type Watched } from './frames.ts';
import { lastMark } from './marks.ts';

export interface HurriedResult extends Watched {
  /** Until the end of the answer is in the page and painted; null where that is never seen. */
  readonly tookMs: number | null;
}

export interface OnceResult extends Watched {
  /** Until the answer is shown and laid out, as far as that happens before anything else can. */
  readonly syncMs: number;
  /** Until its end is in the page and painted; null where that is never seen. */
  readonly settledMs: number | null;
}

const BATCH = 8;
/** The window breathes as often as it must for its frames. */
const BREATHE_MS = 12;
const GIVE_UP_MS = 10_000;

function showNow(contender: Contender, element: HTMLElement, text: string, finished: boolean): void {
  if (contender.showNow) contender.showNow(text, finished);
  else contender.show(text, finished);
  element.parentElement?.scrollTo({ top: 1e9, behavior: 'instant' });
  element.getBoundingClientRect();
}

/** Frame by frame until the last mark is there; null when it does not come. */
async function untilShown(element: HTMLElement, marks: number, start: number): Promise<number | null> {
  const from = performance.now();
  while (lastMark(element) < marks - 1 && performance.now() - from < GIVE_UP_MS) await frame();
  await frame();
  await task();
  return lastMark(element) < marks - 1 ? null : performance.now() - start;
}

/** Shows an answer as fast as the contender takes it: eight chunks, lay out, the next eight. */
export async function hurried(
  contender: Contender,
  element: HTMLElement,
  { text, marks }: Answer,
): Promise<HurriedResult> {
  const pieces = chunks(text);
  const seen = watch();
  const start = performance.now();
  let breathed = start;
  let shown = '';
  for (let at = 0; at < pieces.length; at += BATCH) {
    shown += pieces.slice(at, at + BATCH).join('');
    showNow(contender, element, shown, at + BATCH >= pieces.length);
    if (performance.now() - breathed < BREATHE_MS) continue;
    await task();
    breathed = performance.now();
  }
  const tookMs = await untilShown(element, marks, start);
  return { ...(await seen()), tookMs };
}

/** Shows an answer that is finished, as when a conversation is opened. */
export async function once(
  contender: Contender,
  element: HTMLElement,
  { text, marks }: Answer,
): Promise<OnceResult> {
  const seen = watch();
  await frame();
  await task();
  const start = performance.now();
  showNow(contender, element, text, true);
  const syncMs = performance.now() - start;
  const settledMs = await untilShown(element, marks, start);
  await new Promise((settled) => setTimeout(settled, 400));
  return { ...(await seen()), syncMs, settledMs };
}
