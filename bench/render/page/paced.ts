import { chunks } from '../answers.ts';
import type { Pace, Tick } from './clock-worker.ts';
import type { Contender } from './contender.ts';
import { frame, task, watch, type Watched } from './frames.ts';
import { lastMark, marksIn } from './marks.ts';

export interface PacedResult extends Watched {
  readonly chunks: number;
  /** From a chunk with a mark to the frame that shows it, in milliseconds, sorted. */
  readonly chunkToPaint: readonly number[];
  readonly tookMs: number;
}

const GIVE_UP_MS = 20_000;
const now = () => performance.timeOrigin + performance.now();

/** Which chunk completes each mark of the text. */
function chunkOfMarks(text: string, from: number, pieces: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let chunk = 0;
  let end = from + (pieces[0]?.length ?? 0);
  for (const { mark, end: markEnd } of marksIn(text)) {
    if (markEnd <= from) continue;
    while (end < markEnd && chunk < pieces.length - 1) end += pieces[++chunk]?.length ?? 0;
    found.set(mark, chunk);
  }
  return found;
}

/** Shows an answer as it comes at a pace; what is before `from` (a part of 1) is there at the start. */
export async function paced(
  contender: Contender,
  element: HTMLElement,
  text: string,
  perSecond: number,
  from: number,
): Promise<PacedResult> {
  const all = chunks(text);
  const first = Math.floor(all.length * from);
  const pieces = all.slice(first);
  let shown = all.slice(0, first).join('');
  if (shown) {
    contender.show(shown, false);
    const there = Math.max(-1, ...marksIn(shown).map(({ mark }) => mark));
    const asked = performance.now();
    while (lastMark(element) < there && performance.now() - asked < GIVE_UP_MS) await frame();
    await new Promise((settled) => setTimeout(settled, 1500));
  }
  const chunkOf = chunkOfMarks(text, shown.length, pieces);
  const lastOfAll = Math.max(...chunkOf.keys());
  const arrived: number[] = [];
  const chunkToPaint: number[] = [];
  let painted = Math.min(...chunkOf.keys()) - 1;

  // A task behind a frame runs when that frame has been painted.
  const { port1: afterPaint, port2: atFrame } = new MessageChannel();
  afterPaint.onmessage = () => {
    const time = now();
    const latest = lastMark(element);
    for (; painted < latest; painted += 1) {
      const at = arrived[chunkOf.get(painted + 1) ?? -1];
      if (at !== undefined) chunkToPaint.push(time - at);
    }
  };

  let grown = false;
  let running = true;
  const show = () => {
    if (grown && !contender.gathers) contender.show(shown, false);
    grown = false;
    if (running) requestAnimationFrame(show);
  };
  // What was shown is in the page by the next callback, so that it is laid out once a frame.
  const follow = () => {
    element.parentElement?.scrollTo({ top: 1e9, behavior: 'instant' });
    atFrame.postMessage(null);
    if (running) requestAnimationFrame(follow);
  };
  const seen = watch();
  const start = performance.now();
  requestAnimationFrame(show);
  requestAnimationFrame(follow);

  const clock = new Worker(new URL('./clock-worker.ts', import.meta.url), { type: 'module' });
  await new Promise<void>((ended) => {
    clock.onmessage = ({ data: [chunk, at] }: MessageEvent<Tick>) => {
      arrived[chunk] = at;
      shown += pieces[chunk] ?? '';
      grown = true;
      if (contender.gathers) contender.show(shown, false);
      if (chunk === pieces.length - 1) ended();
    };
    clock.postMessage({ count: pieces.length, perSecond } satisfies Pace);
  });
  clock.terminate();
  await frame();
  contender.show(text, true);
  const ended = performance.now();
  while (painted < lastOfAll && performance.now() - ended < GIVE_UP_MS) await frame();
  await task();
  const tookMs = performance.now() - start;
  await new Promise((settled) => setTimeout(settled, 400));
  running = false;
  return {
    ...(await seen()),
    chunks: pieces.length,
    chunkToPaint: chunkToPaint.sort((a, b) => a - b),
    tookMs,
  };
}
