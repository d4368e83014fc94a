import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Licence } from 'virtual:licences';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const MODULE = 'virtual:licences';
const PLACE = '__LICENCES__';

/** What a build has put into its bundles, by folder. The window's is the last of the three and shows them all. */
const bundled = new Set<string>();

/** Notes which packages a bundle carries. */
export function noteLicences(): Plugin {
  return {
    name: 'note-licences',
    apply: 'build',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
        if (folder !== undefined) bundled.add(folder);
      }
    },
  };
}

/**
 * `virtual:licences`: the terms of Electron, of the native modules and of every package that was bundled. Without a
 * bundle, as while developing, only those that are always there. A package without terms ends the build.
 */
export function showLicences(): Plugin {
  let building = false;
  return {
    name: 'show-licences',
    configResolved: ({ command }) => void (building = command === 'build'),
    resolveId: { filter: { id: /^virtual:licences$/ }, handler: () => `\0${MODULE}` },
    load: {
      filter: { id: /^\0virtual:licences$/ },
      handler: () => `export const licences = ${building ? `"${PLACE}"` : JSON.stringify(licences())};`,
    },
    // After `diagramPage`, which bundles its own script here.
    generateBundle(_, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code.replace(/(["'`])__LICENCES__\1/, () => JSON.stringify(licences()));
      }
    },
  };
}

function licences(): readonly Licence[] {
  const { dependencies = {} } = manifestIn('.');
  const always = ['electron', ...Object.keys(dependencies)].map((name) => resolve('node_modules', name));
  const found = [...new Set([...always, ...bundled])].map(licenceIn);
  const once = new Map(found.map((licence) => [`${licence.name}@${licence.version}`, licence]));
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function licenceIn(folder: string): Licence {
  const manifest = manifestIn(folder);
  const { name, version, license } = manifest;
  const file = readdirSync(folder).find(
    (entry) => /^(licen[cs]e|copying)/i.test(entry) && statSync(join(folder, entry)).isFile(),
  );
  const text = file === undefined ? writtenOut(manifest) : readFileSync(join(folder, file), 'utf8').trim();
  if (text === null) throw new Error(`${name}@${version} comes without its licence.`);
  return { name, version, licence: named(license) ?? firstLine(text), text };
}

/** A package that only says that it is under the MIT licence, and of whom it is. */
function writtenOut({ license, author }: Manifest): string | null {
  if (license !== 'MIT' || author === undefined) return null;
  const ours = readFileSync('LICENSE', 'utf8').trim();
  return ours.replace(
    /^Copyright .*$/m,
    `Copyright (c) ${typeof author === 'string' ? author : author.name}`,
  );
}

function named(license: Manifest['license']): string | undefined {
  return typeof license === 'object' ? license.type : license;
}

/** “The MIT License (MIT)” and “MIT License” are both MIT. */
function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return /\bMIT\b/.test(line) ? 'MIT' : line.trim();
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest; // npm has read it before
}
