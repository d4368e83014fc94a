/** The pages of the contenders, built as the app's are and served from a folder that goes away again. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, preview, type Plugin, type PluginOption } from 'vite';
import { isPeer, type Listed } from './contenders.ts';

export interface Site {
  readonly url: string;
  readonly folder: string;
  close(): Promise<void>;
}

const here = import.meta.dirname;
const NAME = 'virtual:contenders';

const only = (listed: readonly Listed[]): Plugin => ({
  name: 'contenders',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return;
    const entries = listed.map(
      (one) => `'${one.id}': () => import('${pathToFileURL(join(here, one.file)).pathname}')`,
    );
    return `export const contenders = { ${entries.join(', ')} };`;
  },
});

/** Installs the peers where they are not; the product's own packages are not touched. */
function installPeers(): void {
  if (existsSync(join(here, 'node_modules/.package-lock.json'))) return;
  console.log('Installing the peers …');
  // Without what they ask for beside them: they share the product's Svelte and Vite.
  const args = ['ci', '--omit=peer', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', here];
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('The peers could not be installed.');
}

/** What the peers' styles need. */
async function peerPlugins(): Promise<PluginOption[]> {
  installPeers();
  const path = pathToFileURL(join(here, 'peers/tailwind.js')).href;
  const { tailwind } = (await import(path)) as { tailwind: Plugin };
  return [tailwind];
}

/** With `readable` names are kept, so that a profile can be read. */
export async function openSite(listed: readonly Listed[], readable: boolean): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const plugins = listed.some(isPeer) ? await peerPlugins() : [];
    const peers = join(here, 'node_modules');
    await build({
      configFile: false,
      root: join(here, 'page'),
      logLevel: 'error',
      plugins: [
        ...plugins,
        // The product's components are compiled as the app compiles them; the peers' may be of an older kind.
        svelte({
          configFile: false,
          dynamicCompileOptions: ({ filename }) => (filename.startsWith(peers) ? undefined : { runes: true }),
        }),
        only(listed),
      ],
      worker: { format: 'es' },
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'esnext',
        minify: !readable,
        sourcemap: readable,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        chunkSizeWarningLimit: 100_000,
      },
    });
    const server = await preview({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
    });
    const url = server.resolvedUrls?.local[0];
    if (!url) throw new Error('The pages have no address.');
    return {
      url,
      folder,
      async close() {
        await server.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
