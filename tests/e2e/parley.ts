/** The app as a person meets it: what specs start, type into and read. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type ElectronApplication, type Page } from '@playwright/test';
import { startOpenAiServer, type OpenAiServer } from '../fakes/openai-server.ts';
import { authorityFile } from '../fakes/tls-servers.ts';
import { killProcess, launchApp } from './launch.ts';

export const KEY = 'sk-proj-Zq7vN3xT9bLm4KcW8rYd2HfS';

/** A running app, found by role and accessible name. */
export class Parley {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly #process: ChildProcess; // Playwright forgets it when the app has quit

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
    this.#process = app.process();
  }

  get box() {
    return this.page.getByRole('textbox', { name: 'Message' });
  }

  get transcript() {
    return this.page.getByRole('log', { name: 'Conversation' });
  }

  /** Every message, question or answer, in reading order. */
  get messages() {
    return this.transcript.getByRole('article');
  }

  get lastMessage() {
    return this.messages.last();
  }

  get sidebar() {
    return this.page.getByRole('navigation', { name: 'Chats' });
  }

  get stop() {
    return this.page.getByRole('button', { name: 'Stop' });
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  /** The first run, by another server's address. */
  async connect(address: string, key: string | null = KEY): Promise<void> {
    await this.button('Connect another server').click();
    await this.page.getByRole('textbox', { name: 'Server address' }).fill(address);
    if (key !== null) await this.page.getByLabel('API key (optional)').fill(key);
    await this.page.keyboard.press('Enter');
    await expect(this.box).toBeVisible();
  }

  /** The first run, with a key for OpenAI. */
  async signIn(): Promise<void> {
    await this.page.getByRole('textbox', { name: 'OpenAI API key' }).fill(KEY);
    await this.button('Check and continue').click();
    await expect(this.box).toBeVisible();
  }

  async ask(question: string): Promise<void> {
    await this.box.fill(question);
    await this.box.press('Enter');
    await expect(this.messages.filter({ hasText: question }).last()).toBeVisible();
  }

  /** Asks, and waits for the answer's end. */
  async askAndHear(question: string): Promise<void> {
    await this.ask(question);
    await expect(this.stop).toHaveCount(0);
    await expect(this.lastMessage).toHaveAttribute('aria-busy', 'false');
  }

  quit(): Promise<void> {
    return this.app.close();
  }

  /** Also after it has quit. */
  kill(): Promise<void> {
    return killProcess(this.#process);
  }
}

/** With these `start` has the app find a server of ours, which speaks TLS, at OpenAI's own address. */
export function insteadOfOpenAi(port: number): [env: Record<string, string>, args: readonly string[]] {
  // Chromium takes the certificate, which is not of that name; the stand-in trusts who signed it.
  const rule = `--host-resolver-rules=MAP api.openai.com 127.0.0.1:${port}`;
  return [{ NODE_EXTRA_CA_CERTS: authorityFile }, [rule, '--ignore-certificate-errors']];
}

interface World {
  openai: OpenAiServer;
  /** The data folder of this test. */
  userData: string;
  /** Starts the app on that folder; what is still running at the end of the test is ended. */
  start: (env?: Record<string, string>, args?: readonly string[]) => Promise<Parley>;
}

export const test = base.extend<World>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  openai: async ({}, use) => {
    const server = await startOpenAiServer({ key: KEY });
    await use(server);
    await server.close();
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ userData }, use) => {
    const running: Parley[] = [];
    await use(async (env = {}, args = []) => {
      const { app, page } = await launchApp({ userData, env, args });
      const parley = new Parley(app, page);
      running.push(parley);
      return parley;
    });
    for (const parley of running) await parley.kill();
  },
});

/** The app at OpenAI's own address, as far as it can tell, where prices are known and requests are counted. */
export const testAtOpenAi = test.extend<{ openAi: OpenAiServer; parley: Parley }>({
  // eslint-disable-next-line no-empty-pattern -- as above
  openAi: async ({}, use) => {
    const server = await startOpenAiServer({ key: KEY, tls: true });
    await use(server);
    await server.close();
  },
  parley: async ({ openAi, start }, use) => {
    const parley = await start(...insteadOfOpenAi(openAi.port));
    await parley.signIn();
    await use(parley);
  },
});

export { expect };
