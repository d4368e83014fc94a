import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
const state = z.object({
  id: z.uuid(),
  openConversation: z.uuid().nullable(),
  sidebarOpen: z.boolean(),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
  onTop: z.boolean(),
  /** Chromium's level: 0 is as usual. */
  zoom: z.number().min(-10).max(10).default(0),
  /** By the displays that were there. */
  bounds: z.record(z.string(), rectangle),
});
const file = z.object({
  windows: z.array(state).max(100),
  /** A choice in Settings, kept here too: windows open before the library does. */
  integratedTitleBar: z.boolean().default(false),
});

/** Where a window stands, and what it shows. */
export type WindowState = z.infer<typeof state>;

const SAVE_MS = 300;

/** The windows, kept in a file of their own: where they stand is of this computer, whatever library is open. */
export class WindowStates {
  readonly #path: string;
  readonly #report: (what: string, error: unknown) => void;
  #all: readonly WindowState[];
  #integratedTitleBar: boolean;
  #timer: NodeJS.Timeout | undefined;

  constructor(path: string, report: (what: string, error: unknown) => void) {
    this.#path = path;
    this.#report = report;
    const { windows, integratedTitleBar } = read(path);
    this.#all = windows;
    this.#integratedTitleBar = integratedTitleBar;
  }

  /** As they were when the app ended; the one that was in front is the last. */
  get all(): readonly WindowState[] {
    return this.#all;
  }

  find(id: string): WindowState | undefined {
    return this.#all.find((one) => one.id === id);
  }

  /** A new one is as usual, and is like nothing that was there. */
  add(): WindowState {
    const usual = { openConversation: null, sidebarOpen: true, bounds: {} };
    const added = { ...usual, id: randomUUID(), maximized: false, fullScreen: false, onTop: false, zoom: 0 };
    this.#keep([...this.#all, added]);
    return added;
  }

  change(id: string, changes: Partial<Omit<WindowState, 'id'>>): void {
    this.#keep(this.#all.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  }

  get integratedTitleBar(): boolean {
    return this.#integratedTitleBar;
  }

  set integratedTitleBar(wanted: boolean) {
    if (wanted === this.#integratedTitleBar) return;
    this.#integratedTitleBar = wanted;
    this.#keep(this.#all);
  }

  /** It is in front. */
  raise(id: string): void {
    const raised = this.find(id);
    if (raised && this.#all.at(-1) !== raised)
      this.#keep([...this.#all.filter((one) => one !== raised), raised]);
  }

  remove(id: string): void {
    this.#keep(this.#all.filter((one) => one.id !== id));
  }

  /** For the moment before the app ends. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      const kept = { windows: this.#all, integratedTitleBar: this.#integratedTitleBar };
      writeFileSync(`${this.#path}.new`, JSON.stringify(kept));
      renameSync(`${this.#path}.new`, this.#path);
    } catch (thrown) {
      this.#report('where the windows stand', thrown);
    }
  }

  #keep(all: readonly WindowState[]): void {
    this.#all = all;
    this.#timer ??= setTimeout(() => this.flush(), SAVE_MS);
  }
}

/** What cannot be read is forgotten: windows then stand where they usually do. */
function read(path: string): z.infer<typeof file> {
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { windows: [], integratedTitleBar: false };
  }
}
