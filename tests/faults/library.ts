/** The core with a library that may be closed, without a window: what a test does to the file, it meets. */
import { join } from 'node:path';
import { Core } from '../../src/main/core';
import { openLibrary, type LibraryOpening } from '../../src/main/storage/open-library';
import type { Vault } from '../../src/main/services/keys';
import type { AppEvent, CallName, Input, Output } from '../../src/shared/contract';
import { AppError } from '../../src/shared/errors';
import { noDesktop } from '../core/no-desktop.ts';

/** A keychain that does as a test says. */
export function fakeVault(): Vault & { entries: Map<string, string>; locked: boolean } {
  const refuse = () => {
    throw new AppError('KEYCHAIN_UNAVAILABLE', 'It is locked.');
  };
  return {
    entries: new Map<string, string>(),
    locked: false,
    async read(entry) {
      return this.locked ? null : (this.entries.get(entry) ?? null);
    },
    async write(entry, secret) {
      if (this.locked) refuse();
      this.entries.set(entry, secret);
    },
    async forget(entry) {
      this.entries.delete(entry);
    },
  };
}

interface Wishes {
  readonly userData: string;
  readonly vault?: Vault;
  readonly chooseFolder?: () => string | null;
}

/** Ends with `core.close()`. The threads' file is by `buildCore`. */
export async function startCore({ userData, vault = fakeVault(), chooseFolder = () => null }: Wishes) {
  const events: AppEvent[] = [];
  const reported: string[] = [];
  let reloads = 0;
  const core = new Core({
    userData,
    vault,
    found: { key: null, address: '' },
    platform: 'linux',
    fetch: globalThis.fetch,
    network: { trusting: () => globalThis.fetch, wayTo: () => Promise.resolve('DIRECT') },
    openCertificate: () => Promise.resolve(null),
    online: () => true,
    emit: (event) => events.push(event),
    applySettings: () => undefined,
    chooseFile: () => Promise.resolve(null),
    openFile: () => Promise.resolve(null),
    printPdf: () => Promise.reject(new Error('No page is printed here.')),
    showInFolder: () => undefined,
    desktop: noDesktop,
    chooseFolder: () => Promise.resolve(chooseFolder()),
    reload: () => void (reloads += 1),
    quit: () => undefined,
    tokenWorker: new URL('../../src/main/tokenizer/worker.ts', import.meta.url),
    libraryWorker: new URL('../../node_modules/.cache/parley-core/library-worker.mjs', import.meta.url),
    report: (what, error) => reported.push(`${what}: ${String(error)}`),
  });
  await core.open();
  return {
    core,
    events,
    reported,
    get reloads() {
      return reloads;
    },
    call: async <N extends CallName>(name: N, input?: Input<N>): Promise<Output<N>> => {
      const reply = await core.dispatch(name, input);
      if (reply.ok) return reply.value as Output<N>;
      throw AppError.fromData(reply.error);
    },
    titles: () => core.app?.library.list().map(({ title }) => title),
  };
}

export const libraryIn = (folder: string) => join(folder, 'library.sqlite');

/** Chats of a question each. */
export function fill(path: string, titles: readonly string[], opening: LibraryOpening = {}): void {
  const { db, conversations, messages } = openLibrary(path, opening);
  db.transaction(() => {
    for (const [at, title] of titles.entries()) {
      const conversationId = crypto.randomUUID();
      conversations.touch({ id: conversationId, title, updatedAt: at + 1 });
      messages.add({
        ...{
          id: crypto.randomUUID(),
          conversationId,
          parentId: null,
          role: 'user',
          text: `${title}? ${'x'.repeat(500)}`,
        },
        ...{
          parts: [],
          status: 'done',
          model: null,
          tokens: null,
          compacted: false,
          error: null,
          createdAt: at,
        },
      });
    }
  });
  db.close();
}
