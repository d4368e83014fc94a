import { chunks } from '../answers.ts';
import type { Contender } from './contender.ts';
import { frame, task, watch, type Watched } from './frames.ts';
import { countMarks } from './marks.ts';

export interface HurriedResult extends Watched {
  /** Milliseconds spent in showing and laying out, in all. */
  readonly busyMs: number;
  readonly tookMs: number;
}

export interface OnceResult extends Watched {
  /** Until the answer is shown and laid out, as far as that happens before anything else can. */
  readonly syncMs: number;
  /** Until all of it is in the page and painted; null where a part is never seen. */
  readonly settledMs: number | null;
}

const BATCH = 8;
/** The window breathes as often as it must for its frames. */
const BREATHE_MS = 12;
const GIVE_UP_MS = 5000;

function showNow(contender: Contender, element: HTMLElement, text: string, finished: boolean): void {
  if (contender.showNow) contender.showNow(text, finished);
  else contender.show(text, finished);
  element.parentElement?.scrollTo({ top: 1e9, behavior: 'instant' });
  element.getBoundingClientRect();
}

/** Shows an answer as fast as the contender takes it: eight chunks, lay out, the next eight. */
export async function hurried(
  contender: Contender,
  element: HTMLElement,
  text: string,
): Promise<HurriedResult> {
  const pieces = chunks(text);
  const seen = watch();
  const start = performance.now();
  let breathed = start;
  let busyMs = 0;
  let shown = '';
  for (let at = 0; at < pieces.length; at += BATCH) {
    shown += pieces.slice(at, at + BATCH).join('');
    const before = performance.now();
    showNow(contender, element, shown, at + BATCH >= pieces.length);
    busyMs += performance.now() - before;
    if (performance.now() - breathed < BREATHE_MS) continue;
    await task();
    breathed = performance.now();
  }
  await frame();
  await task();
  return { ...(await seen()), busyMs, tookMs: performance.now() - start };
}

/** Shows an answer that is finished, as when a conversation is opened. */
export async function once(
  contender: Contender,
  element: HTMLElement,
  text: string,
  marks: number,
): Promise<OnceResult> {
  const seen = watch();
  await frame();
  await task();
  const start = performance.now();
  showNow(contender, element, text, true);
  const syncMs = performance.now() - start;
  while (countMarks(element) < marks && performance.now() - start < GIVE_UP_MS) await frame();
  await frame();
  await task();
  const settledMs = countMarks(element) < marks ? null : performance.now() - start;
  await new Promise((settled) => setTimeout(settled, 400));
  return { ...(await seen()), syncMs, settledMs };
}
