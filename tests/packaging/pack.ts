/** Packs the built app for Linux as a release does, around a folder that is shaped like Electron's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import type { TestProject } from 'vitest/node';
import { makeElectronFolder } from '../../scripts/fake-electron.ts';
import { makeDeb } from './deb.ts';

export interface Packed {
  /** What would be installed. */
  readonly folder: string;
  readonly program: string;
  readonly asar: string;
  readonly deb: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed;
  }
}

export const FEED = 'https://updates.example.org/parley';

export default async function pack({ provide }: Pick<TestProject, 'provide'>) {
  const work = mkdtempSync(join(tmpdir(), 'parley-packaging-'));
  const electronDist = join(work, 'electron');
  const deb = join(work, 'parley.deb');
  makeElectronFolder(electronDist);
  process.env['PARLEY_UPDATE_FEED'] = FEED;
  const { default: config } = await import('../../build/electron-builder.config.mjs');
  const folder = join(work, 'dist/linux-unpacked');
  await build({
    targets: Platform.LINUX.createTarget(['deb'], Arch.x64),
    publish: 'never',
    config: { ...config, electronDist, directories: { ...config.directories, output: join(work, 'dist') } },
    // The program that makes the package is a download; dpkg makes one of the same parts.
    effectiveOptionComputed: ([options]: [readonly string[]]) => {
      makeDeb({ options, depends: config.deb.depends, recommends: config.deb.recommends, deb });
      return Promise.resolve(true);
    },
  });
  provide('packed', {
    ...{ folder, deb, program: join(folder, 'parley') },
    asar: join(folder, 'resources/app.asar'),
  });
  return () => rmSync(work, { recursive: true, force: true });
}
