import type { Language } from './languages';
import type { Request, Response, Runs } from './messages';
import address from './worker.ts?worker&url';

/** A grammar that takes longer than this over some lines is given up, in milliseconds. */
const LIMIT_MS = 1500;
/** The first lines also wait for the worker and the grammar to load. */
const FIRST_LIMIT_MS = 15_000;

interface Job {
  readonly request: Extract<Request, { name: 'colour' }>;
  readonly done: (runs: Runs | null) => void;
}

/** The page's policy takes no address of a script but from here, and here there is only this one. */
const ownScript = trustedTypes.createPolicy('highlighter', { createScriptURL: () => address });

let lastId = 0;
let worker: Worker | null = null;
let running: Job | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let waiting: Job[] = [];
const loaded = new Set<Language>();
/** Pieces whose earlier lines a worker knew that is gone. */
let known = new Set<number>();

/** Colours one piece of code in a worker, some lines after the others. */
export class Colouring {
  readonly #id = ++lastId;
  readonly #language: Language;
  #lost = false;

  constructor(language: Language) {
    this.#language = language;
  }

  /** Resolves with the colours of the lines that follow those given before; null once that is given up. */
  colour(text: string): Promise<Runs | null> {
    if (this.#lost) return Promise.resolve(null);
    return new Promise((resolve) => {
      const request = { name: 'colour', id: this.#id, language: this.#language, text } as const;
      const done = (runs: Runs | null) => {
        this.#lost ||= runs === null;
        resolve(runs);
      };
      waiting.push({ request, done });
      next();
    });
  }

  /** No more lines will come. */
  close(): void {
    waiting = waiting.filter(({ request }) => request.id !== this.#id);
    if (known.delete(this.#id)) worker?.postMessage({ name: 'close', id: this.#id } satisfies Request);
  }
}

function next(): void {
  const job = running ? undefined : waiting.shift();
  if (!job) return;
  running = job;
  known.add(job.request.id);
  worker ??= begin();
  worker.postMessage(job.request);
  timer = setTimeout(giveUp, loaded.has(job.request.language) ? LIMIT_MS : FIRST_LIMIT_MS);
}

function begin(): Worker {
  const made = new Worker(ownScript.createScriptURL(''), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    if (running) loaded.add(running.request.language);
    finish(data.runs);
  });
  made.addEventListener('error', giveUp);
  return made;
}

function finish(runs: Runs | null): void {
  clearTimeout(timer);
  const job = running;
  running = null;
  job?.done(runs);
  next();
}

/** The worker is ended, and with it what it knew: pieces that were begun stay as they are. */
function giveUp(): void {
  worker?.terminate();
  worker = null;
  loaded.clear();
  const lost = waiting.filter(({ request }) => known.has(request.id));
  waiting = waiting.filter(({ request }) => !known.has(request.id));
  known = new Set();
  for (const { done } of lost) done(null);
  finish(null);
}
