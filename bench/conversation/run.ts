/**
 * `npm run bench:conversation`: ten conversations of 2,000 messages and 2 MB each, in the built app and beside it in
 * react-virtuoso as Chatbox composes it. README.md in the folder above says what each figure means.
 *
 * `--theme light` or `dark`: only that one. `--profile`: only where the time of opening goes. ROUNDS: how often.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { electronInstalled } from '../../tests/e2e/launch.ts';
import { startOpenAiServer } from '../../tests/fakes/openai-server.ts';
import { makeLongLibrary, readTimes } from './library.ts';
import { measureParley, noSamples, withParley } from './parley.ts';
import { buildWithMaps, profile } from './profile.ts';
import { figures, print, printParts, type Figures } from './report.ts';
import { measurePeer, servePeer } from './virtuoso.ts';

const { values } = parseArgs({ options: { theme: { type: 'string' }, profile: { type: 'boolean' } } });
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const SHORT = 1;
const themes = ['light', 'dark'] as const;
type Shown = (typeof themes)[number];

const home = mkdtempSync(join(tmpdir(), 'parley-bench-'));
const library = join(home, 'library.sqlite');
const server = await startOpenAiServer({ key: null });

async function measure(theme: Shown, rounds: number): Promise<Figures> {
  const peer = await servePeer(join(home, 'peer'));
  try {
    const ids = await makeLongLibrary(library, { address: server.address, theme });
    const [ours, theirs] = [noSamples(), noSamples()];
    for (let round = 1; round <= rounds; round++) {
      process.stderr.write(`${theme}, round ${round} of ${rounds}\n`);
      await measureParley({ library, home, ids, server }, ours);
      process.stderr.write('  the virtual list\n');
      await measurePeer(peer, theme, theirs);
    }
    print(`${theme}, ${rounds} rounds, ${electronInstalled ? 'Electron' : 'the stand-in'}`, ours, theirs);
    printParts(ours, theirs, await readTimes(library, ids));
    return figures(ours, theirs);
  } finally {
    await peer.close();
  }
}

async function printProfile(): Promise<void> {
  const folder = buildWithMaps();
  const ids = await makeLongLibrary(library, { address: server.address, theme: 'light' });
  await withParley({ library, home, ids, server, folder }, async (window, open) => {
    await open(0);
    await profile(
      window,
      folder,
      [1, 2, 3, 4, 5].map((chat) => () => open(chat)),
    );
  });
}

try {
  const only = themes.find((theme) => theme === values.theme);
  if (values.profile) await printProfile();
  else if (only) console.log(`RESULT ${JSON.stringify(await measure(only, ROUNDS))}`);
  else {
    const light = await measure('light', ROUNDS);
    const dark = await measure('dark', SHORT);
    console.log(`RESULT ${JSON.stringify({ ...light, dark })}`);
  }
} finally {
  await server.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
