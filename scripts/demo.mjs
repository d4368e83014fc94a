/**
 * `npm run demo`: the same app, without a key and without a network.
 *
 * A server on this machine gives prepared answers. The app is not told that this is a demonstration: it finds
 * an address and a key in its environment, as it would for anybody, and offers to import them. Data folder and
 * keychain entry are removed at the end.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { requireNode } from './node-version.mjs';
import { prepareApp, runApp } from './run-app.mjs';

requireNode();
const { startDemoServer } = await import('../tests/fakes/demo-server.ts');

const host = await prepareApp();
const folder = mkdtempSync(join(tmpdir(), 'parley-demo-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
// Ctrl-C closes the app, and then this ends by itself, with everything tidied up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
const server = await startDemoServer();

console.log(`
A demonstration: the answers were prepared beforehand, and nothing leaves this computer.
Parley will find a key in OPENAI_API_KEY. Let it import that key, then write something.
When you close the window, the key and the chats of this demonstration are removed.
`);

const code = await runApp(host, [`--user-data-dir=${folder}`, ...process.argv.slice(2)], {
  OPENAI_API_KEY: server.key,
  OPENAI_BASE_URL: server.address,
});
await Promise.race([forgetKeys(), wait(5000)]);
await server.close();
process.exit(code);

/** Where no keychain answers, the app kept the key in memory and there is nothing to forget. */
async function forgetKeys() {
  const library = join(folder, 'library.sqlite');
  if (!existsSync(library)) return;
  try {
    const { default: Database } = await import('better-sqlite3-multiple-ciphers');
    const database = new Database(library);
    const accounts = /** @type {{ id: string }[]} */ (database.prepare('SELECT id FROM account').all());
    database.close();
    const { deletePassword } = (await import('keytar')).default;
    for (const { id } of accounts) await deletePassword('Parley', id);
  } catch (error) {
    console.log(`No keychain entry was removed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
