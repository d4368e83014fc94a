import {
  type DrawReply,
  type Drawing,
  type DrawRequest,
  framePath,
  longestSource,
  type Look,
} from './drawing';

/** The first time, the script of the page has to be read. */
const LOADING_MS = 20_000;
const DRAWING_MS = 5_000;

/** Why nothing is drawn although nothing is known to be wrong with the source. */
export class Undrawn extends Error {
  override readonly name = 'Undrawn';
  readonly reason: 'nothing' | 'tooLong' | 'tooSlow';

  constructor(reason: Undrawn['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

let opened: Promise<HTMLIFrameElement> | undefined;
let last: Promise<unknown> = Promise.resolve();
let lastId = 0;

/**
 * Draws in a page without an origin, which is opened when it is first needed. One at a time, in the order of asking.
 * Rejects what cannot be drawn, with Mermaid's own words, and what takes longer than the limit.
 */
export function draw(
  code: string,
  look: Look,
  signal: AbortSignal,
  limit: number = DRAWING_MS,
): Promise<Drawing> {
  if (code.length > longestSource)
    return Promise.reject(new Undrawn('tooLong', 'It is too long to be drawn.'));
  const drawing = last.then(() => {
    signal.throwIfAborted();
    return drawNow({ id: (lastId += 1), code, look }, limit);
  });
  last = drawing.catch(() => undefined);
  return drawing;
}

async function drawNow(request: DrawRequest, limit: number): Promise<Drawing> {
  const listening = new AbortController();
  try {
    const frame = await within(LOADING_MS, (opened ??= openFrame()));
    const reply = await within(limit, ask(frame, request, listening.signal));
    if ('drawing' in reply) return reply.drawing;
    throw reply.problem === ''
      ? new Undrawn('nothing', 'There is nothing to draw.')
      : new Error(reply.problem);
  } finally {
    listening.abort();
  }
}

/** What is still at work when its time is over ends with its frame; the next diagram gets another. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      void opened?.then((frame) => frame.remove());
      opened = undefined;
      reject(new Undrawn('tooSlow', 'It takes too long to draw.'));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Out of sight but laid out, since what is not laid out has no sizes. */
function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, {
    position: 'fixed',
    left: '-10000px',
    top: '0',
    width: '46.5rem',
    height: '40rem',
    border: '0',
    pointerEvents: 'none',
  });
  frame.src = framePath;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}

function ask(frame: HTMLIFrameElement, request: DrawRequest, signal: AbortSignal): Promise<DrawReply> {
  return new Promise((resolve) => {
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source === frame.contentWindow && isReply(data) && data.id === request.id) resolve(data);
    };
    addEventListener('message', listen, { signal });
    // The frame's origin is none, so that it cannot be named.
    frame.contentWindow?.postMessage(request, '*');
  });
}

/** Whoever got hold of the frame may say anything. */
function isReply(data: unknown): data is DrawReply {
  if (typeof data !== 'object' || data === null || !('id' in data)) return false;
  if ('problem' in data) return typeof data.problem === 'string';
  return 'drawing' in data && isDrawing(data.drawing);
}

function isDrawing(value: unknown): value is Drawing {
  if (typeof value !== 'object' || value === null) return false;
  const { svg, width, height } = value as Partial<Record<keyof Drawing, unknown>>;
  return typeof svg === 'string' && isLength(width) && isLength(height);
}

const isLength = (value: unknown) => typeof value === 'number' && value > 0 && value < 100_000;
