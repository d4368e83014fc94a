/** The measuring that happens inside a page, ours or the peer's: what is on screen, and when. */

/** Where a page keeps its messages; each is a `[data-message]`. */
export interface PageShape {
  readonly scroller: string;
  /** The element whose children stand below one another, in order. */
  readonly list: string;
}

export interface Scrolled {
  readonly frames: number;
  readonly dropped: number;
  /** Mean share of the view without a message's text, 0 to 1. */
  readonly blank: number;
}

interface Probe {
  /** Resolves when the frame that comes has been laid out and painted. */
  afterFrame(): Promise<void>;
  /** To be called before the click that opens the chat with these words at its end. */
  awaitClick(lastWords: string): void;
  /** From that click to the painted end of the chat, in milliseconds. */
  opened(): Promise<number>;
  /** From `since` to the same. Rejects when it takes longer than the limit. */
  shown(lastWords: string, since: number, limitMs?: number): Promise<number>;
  watchScrolling(): void;
  scrolled(): Scrolled;
  /** From the jump to text in four fifths of the view. */
  jumpToTop(): Promise<number>;
  watchKeys(): void;
  /** Milliseconds of the main thread that each key took since. */
  keys(): number[];
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Taken with toString(): uses nothing outside its own body. */
export function installProbe({ scroller, list }: PageShape): void {
  /** Messages this far apart have nothing between them that could be blank. */
  const GAP = 32;
  const LINES = 12;
  const DROPPED_MS = 25;
  const FRAME_MS = 1000 / 60;

  // One channel that lives as long as the page: one that nothing holds may be collected with its message in it.
  const { port1, port2 } = new MessageChannel();
  const due: (() => void)[] = [];
  port1.onmessage = () => due.shift()?.();
  const next = (done: () => void) => {
    due.push(done);
    port2.postMessage(null);
  };
  const afterFrame = () => new Promise<void>((done) => requestAnimationFrame(() => next(done)));
  const text = (element: Element | null) => element?.textContent ?? '';
  const words = (message: Element) =>
    text(message).length - text(message.querySelector('.visually-hidden')).length;

  /** From where to where there is text, only of the rows in view. */
  const painted = (top: number, bottom: number): { top: number; bottom: number }[] => {
    const rows = document.querySelector(list)?.children ?? [];
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle]!.getBoundingClientRect().bottom < top - GAP) low = middle + 1;
      else high = middle;
    }
    const found: { top: number; bottom: number }[] = [];
    for (let at = low; at < rows.length; at++) {
      if (rows[at]!.getBoundingClientRect().top > bottom + GAP) break;
      for (const message of rows[at]!.querySelectorAll('[data-message]')) {
        if (words(message) > 1) found.push(message.getBoundingClientRect());
      }
    }
    return found;
  };
  /** Share of the view's height, from 0 to 1. */
  const covered = () => {
    const view = document.querySelector(scroller)?.getBoundingClientRect();
    if (!view) return 0;
    const texts = painted(view.top, view.bottom);
    let hit = 0;
    for (let line = 0; line < LINES; line++) {
      const y = view.top + 10 + ((view.height - 20) * line) / (LINES - 1);
      if (texts.some(({ top, bottom }) => top - GAP <= y && y <= bottom + GAP)) hit++;
    }
    return hit / LINES;
  };
  const atEnd = (lastWords: string) => {
    const box = document.querySelector(scroller);
    const last = document.querySelector(list)?.lastElementChild ?? null;
    if (!box || !text(last).includes(lastWords)) return false;
    return box.scrollHeight - box.scrollTop - box.clientHeight < 200 && covered() > 0.5;
  };
  /** For whoever has to find out why. */
  const where = () => {
    const box = document.querySelector(scroller);
    const last = document.querySelector(list)?.lastElementChild ?? null;
    const { scrollTop, clientHeight, scrollHeight } = box ?? {};
    return JSON.stringify({
      scrollTop,
      clientHeight,
      scrollHeight,
      covered: covered(),
      last: text(last).slice(-40),
    });
  };
  const shown = async (lastWords: string, since: number, limitMs = 30_000) => {
    do {
      await afterFrame();
      if (performance.now() - since > limitMs) throw new Error(`The end was never shown: ${where()}`);
    } while (!atEnd(lastWords));
    return performance.now() - since;
  };

  let opening = Promise.resolve(NaN);
  let watching = false;
  let times: number[] = [];
  let covers: number[] = [];
  /** Stretches of the main thread: what a key's events did, and each frame's work. */
  let tasks: { key: number; start: number; end: number }[] = [];
  let frames: { start: number; end: number }[] = [];
  let stopKeys = () => {};

  window.probe = {
    afterFrame,
    shown,
    awaitClick(lastWords) {
      opening = new Promise((done, failed) => {
        const clicked = (event: Event) => void shown(lastWords, event.timeStamp).then(done, failed);
        addEventListener('click', clicked, { capture: true, once: true });
      });
    },
    opened: () => opening,
    watchScrolling() {
      watching = true;
      times = [];
      covers = [];
      const frame = () => {
        times.push(performance.now());
        next(() => covers.push(covered()));
        if (watching) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    scrolled() {
      watching = false;
      const gaps = times.slice(1).map((time, at) => time - times[at]!);
      const dropped = gaps.reduce(
        (sum, gap) => sum + (gap > DROPPED_MS ? Math.round(gap / FRAME_MS) - 1 : 0),
        0,
      );
      const blank = 1 - covers.reduce((sum, share) => sum + share, 0) / covers.length;
      return { frames: times.length, dropped, blank };
    },
    async jumpToTop() {
      const since = performance.now();
      document.querySelector(scroller)!.scrollTop = 0;
      do await afterFrame();
      while (covered() < 0.8);
      return performance.now() - since;
    },
    watchKeys() {
      stopKeys();
      tasks = [];
      frames = [];
      let [key, running] = [-1, true];
      const begin = ({ type }: Event) => {
        if (type === 'keydown') key++;
        const start = performance.now();
        tasks.push({ key, start, end: start });
      };
      // Not by a message: after a key Chromium holds those back until the frame that shows it.
      const end = () => queueMicrotask(() => (tasks.at(-1)!.end = performance.now()));
      // Asked for in every frame, so that it comes before whatever else the frame has to do.
      const frame = () => {
        const spent = { start: performance.now(), end: 0 };
        frames.push(spent);
        next(() => (spent.end = performance.now()));
        if (running) requestAnimationFrame(frame);
      };
      for (const type of ['keydown', 'beforeinput']) addEventListener(type, begin, true);
      for (const type of ['keydown', 'input']) addEventListener(type, end);
      requestAnimationFrame(frame);
      stopKeys = () => {
        running = false;
        for (const type of ['keydown', 'beforeinput']) removeEventListener(type, begin, true);
        for (const type of ['keydown', 'input']) removeEventListener(type, end);
      };
    },
    keys() {
      stopKeys();
      const count = (tasks.at(-1)?.key ?? -1) + 1;
      return Array.from({ length: count }, (_, key) => {
        const own = tasks.filter((task) => task.key === key);
        const last = own.at(-1)?.start ?? Infinity;
        const shownBy = frames.find(({ start }) => start >= last);
        let [sum, until] = [0, 0];
        for (const { start, end } of shownBy ? [...own, shownBy] : own) {
          sum += Math.max(0, end - Math.max(start, until));
          until = Math.max(until, end);
        }
        return sum;
      });
    },
  };
}
