/** Where the window's main thread spends its time while a conversation opens, by the lines of the sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { basename, join, relative } from 'node:path';
import type { CDPSession } from '@playwright/test';
import type { MeasuredWindow } from './window.ts';

const root = join(import.meta.dirname, '../..');
const SAMPLE_US = 100;
const ROWS = 30;

type Profile = Awaited<ReturnType<typeof stop>>;
const stop = async (cdp: CDPSession) => (await cdp.send('Profiler.stop')).profile;

/** The app built once more, with source maps; answers with its folder, from which it finds its packages. */
export function buildWithMaps(): string {
  const folder = join(root, 'node_modules/.cache/parley-profile');
  const bin = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [bin, 'build', '--sourcemap', '--outDir', join(folder, 'out'), '--logLevel', 'error'];
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const { name, productName, type, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = { name, productName, type, version, main: './out/main/index.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(own));
  return folder;
}

/** Prints the functions that took most, each without what it called. */
export async function profile(
  window: MeasuredWindow,
  folder: string,
  opens: readonly (() => Promise<number>)[],
): Promise<void> {
  const { cdp } = window;
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  const name = placeNames(join(folder, 'out/renderer/assets'));
  const spent = new Map<string, number>();
  for (const open of opens) {
    await window.rest();
    await cdp.send('Profiler.start');
    await open();
    for (const [place, ms] of selfTimes(await stop(cdp), name))
      spent.set(place, (spent.get(place) ?? 0) + ms);
  }
  const idle = ['(idle)', '(root)'];
  const rows = [...spent]
    .filter(([place]) => !idle.includes(place))
    .toSorted(([, one], [, other]) => other - one);
  const all = rows.reduce((sum, [, ms]) => sum + ms, 0) / opens.length;
  console.log(`\nThe window's main thread while a chat opens: ${all.toFixed(1)} ms, by self time\n`);
  for (const [place, ms] of rows.slice(0, ROWS)) {
    console.log(`${(ms / opens.length).toFixed(2).padStart(8)} ms  ${place}`);
  }
}

function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profile, name: Namer): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const spent = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const frame = byId.get(id);
    if (!frame) continue;
    const place = name(frame);
    // A sample lasts until the next one.
    spent.set(place, (spent.get(place) ?? 0) + (timeDeltas[at + 1] ?? 0) / 1000);
  }
  return spent;
}

type Frame = Profile['nodes'][number]['callFrame'];
type Namer = (frame: Frame) => string;

/** Places in the sources, where the file has a map. */
function placeNames(assets: string): Namer {
  const maps = new Map<string, SourceMap | null>();
  return ({ functionName, url, lineNumber, columnNumber }) => {
    const file = join(assets, `${basename(url)}.map`);
    let map = maps.get(file);
    if (map === undefined) {
      map =
        url && existsSync(file)
          ? new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload)
          : null;
      maps.set(file, map);
    }
    const entry: Partial<SourceMapping> & { name?: string } = map?.findEntry(lineNumber, columnNumber) ?? {};
    if (entry.originalSource !== undefined) {
      const source = relative(root, join(assets, entry.originalSource));
      return `${entry.name ?? (functionName || '(anonymous)')}  ${source}:${(entry.originalLine ?? 0) + 1}`;
    }
    return url
      ? `${functionName || '(anonymous)'}  ${basename(url)}:${lineNumber + 1}`
      : functionName || '(native)';
  };
}
