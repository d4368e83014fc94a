/** Starts an app as Electron's program would: `electron [switches] [-r file] <app folder or file> [arguments]`. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const electron = new URL('module.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: electron, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

// As in Chromium, a switch counts wherever it stands, and the last of a name wins.
const given = process.argv.slice(2);
const required: string[] = [];
const switches = new Map<string, string>();
let entry: string | undefined;
for (const [at, arg] of given.entries()) {
  const [, name, value = ''] = /^--([^=]+)=?(.*)$/s.exec(arg) ?? [];
  if (name) switches.set(name, value);
  else if (given[at - 1] === '-r') required.push(arg);
  else if (arg !== '-r') entry ??= resolve(arg);
}
if (entry === undefined) throw new Error('usage: electron [switches] <app folder or file>');
process.argv = [process.execPath, ...given];

const port = switches.get('inspect');
if (port !== undefined) inspector.open(Number(port || 9229), '127.0.0.1');

const require = createRequire(import.meta.url);
const { version } = require('electron/package.json') as { version: string };
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
Object.defineProperty(process.versions, 'chrome', { value: 'as installed', enumerable: true });
Object.assign(process, {
  type: 'browser',
  defaultApp: true,
  resourcesPath: process.env['STANDIN_RESOURCES'] ?? join(dirname(entry), 'resources'),
});

const folder = statSync(entry).isDirectory() ? entry : dirname(entry);
const manifestFile = join(folder, 'package.json');
const manifest = (existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}) as {
  name?: string;
  productName?: string;
  version?: string;
  main?: string;
};
const main = folder === entry ? join(folder, manifest.main ?? 'index.js') : entry;

const { app } = await import('./app.ts');
app.configure(
  {
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
    path: folder,
  },
  switches,
);
await import('./module.ts');
for (const file of required) require(file);

// 'ready' follows the main module, but a module that awaits it at its top level must not wait for ever.
const loaded = import(pathToFileURL(main).href);
loaded.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
await Promise.race([loaded, new Promise((done) => setTimeout(done, 100))]);
await app.start();
