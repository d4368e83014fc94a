/** The app's core on a real library, with a server whose answers go wrong as a test says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { createApp, type App } from '../../src/main/app';
import type { Environment } from '../../src/main/environment';
import { openLibrary } from '../../src/main/storage/open-library';
import type { AppEvent } from '../../src/shared/contract';
import type { Message } from '../../src/shared/model';
import { noDesktop } from '../core/no-desktop.ts';

export const options = { accountId: null, instructions: null, effort: null, verbosity: null };
export const MODEL = 'gpt-6.2-sol';

/** What came of a turn. */
export interface Outcome {
  readonly answer: Message;
  /** What the window had been given before its end. */
  readonly shown: string;
  /** How long each wait was to be, in milliseconds; none is really waited for. */
  readonly waits: readonly (number | null)[];
}

type Change = Partial<Environment> & {
  readonly api?: 'responses' | 'chat';
  readonly address: string;
  /** Where its library lies; otherwise in a folder that goes with it. */
  readonly folder?: string;
};

/** Ends with `close()`. The account needs no key, so that no keychain is touched. */
export function startEngine({ api = 'responses', address, folder: given, ...environment }: Change) {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'parley-faults-'));
  const libraryPath = join(folder, 'library.sqlite');
  addAccount(libraryPath, api, address);
  const conversationId = crypto.randomUUID();
  const listeners = new Set<(event: AppEvent) => void>();
  const reported: string[] = [];
  const app: App = createApp({
    libraryPath,
    found: { key: null, address },
    platform: 'linux',
    fetch: globalThis.fetch,
    network: { trusting: () => globalThis.fetch, wayTo: () => Promise.resolve('DIRECT') },
    openCertificate: () => Promise.resolve(null),
    online: () => true,
    emit: (event) => listeners.forEach((listen) => listen(event)),
    applySettings: () => undefined,
    chooseFile: () => Promise.resolve(null),
    openFile: () => Promise.resolve(null),
    printPdf: () => Promise.reject(new Error('No page is printed here.')),
    showInFolder: () => undefined,
    desktop: noDesktop,
    tokenWorker: new URL('../../src/main/tokenizer/worker.ts', import.meta.url),
    libraryWorker: new URL('../../node_modules/.cache/parley-core/library-worker.mjs', import.meta.url), // by `buildCore`
    report: (what, error) => reported.push(`${what}: ${String(error)}`),
    patience: { headersMs: 300, silenceMs: 300 },
    ...environment,
  });
  let leafId: string | null = null;

  return {
    app,
    libraryPath,
    conversationId,
    /** Mistakes of ours that were written down. */
    reported: reported as readonly string[],
    listen(listener: (event: AppEvent) => void): void {
      listeners.add(listener);
    },
    /** Asks below the last answer, and resolves when the turn has ended. */
    ask(text: string): Promise<Outcome> {
      const ids = { questionId: crypto.randomUUID(), answerId: crypto.randomUUID() };
      const outcome = hear(app, listeners, ids.answerId);
      app.turns.start({ conversationId, parentId: leafId, ...ids, text, model: MODEL, options });
      leafId = ids.answerId;
      return outcome;
    },
    /** The last question was refused: the next one begins the conversation. */
    forget(): void {
      leafId = null;
    },
    /** What is on disk, as another program reads it. */
    disk() {
      const db = new Database(libraryPath, { readonly: true });
      try {
        return {
          messages: db.prepare(`SELECT role, text, status FROM message ORDER BY seq`).all() as {
            role: string;
            text: string;
            status: string;
          }[],
          growing: db.prepare(`SELECT count(*) FROM growth`).pluck().get() as number,
          sound: db.pragma('integrity_check', { simple: true }) === 'ok',
        };
      } finally {
        db.close();
      }
    },
    close(): void {
      void app.close();
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addAccount(libraryPath: string, api: 'responses' | 'chat', address: string): void {
  const library = openLibrary(libraryPath);
  library.accounts.put(
    {
      ...{ id: crypto.randomUUID(), name: 'Faults', address, api, defaultModel: MODEL },
      ...{ organization: null, project: null, keyEntry: null },
    },
    1,
  );
  library.db.close();
}

function hear(app: App, listeners: Set<(event: AppEvent) => void>, answerId: string): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let shown = '';
  const waits: (number | null)[] = [];
  const listener = (event: AppEvent) => {
    if (event.name === 'turn.delta' && event.answerId === answerId && event.part === null) {
      shown = shown.slice(0, event.at) + event.text;
    }
    if (event.name === 'turn.waiting' && event.waiting && event.answerId === answerId) {
      waits.push(event.waiting.waitMs);
      setImmediate(() => app.turns.tryNow(answerId)); // the pause begins once this event has been heard
    }
    if (event.name === 'turn.ended' && event.answer.id === answerId) {
      listeners.delete(listener);
      resolve({ answer: event.answer, shown, waits });
    }
  };
  listeners.add(listener);
  return promise;
}
