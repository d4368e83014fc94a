import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What marks Electron's fuses in its program; a version, a length and a digit for each follow. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron 45 has them: packing has to change five of the nine. */
const USUAL = '101100011';

/**
 * Makes a folder shaped like Electron's for Linux, with fuses and without a program, so that packing can be checked
 * where Electron cannot be downloaded.
 */
export function makeElectronFolder(folder: string): void {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const program = join(folder, 'electron');
  const wire = Buffer.from([1, USUAL.length, ...Buffer.from(USUAL)]);
  writeFileSync(program, Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), Buffer.from(SENTINEL), wire]));
  chmodSync(program, 0o755);
  writeFileSync(join(folder, 'version'), version);
  const others = ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'];
  for (const name of [...others, 'resources.pak', 'locales/en-US.pak', 'locales/de.pak', 'locales/fr.pak']) {
    writeFileSync(join(folder, name), name);
  }
}
