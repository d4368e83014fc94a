import { app, screen } from 'electron';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { arch, release, type, version } from 'node:os';
import type { Product } from '../../shared/about';
import { logFile } from './log';

/** So much of the log's end is looked at. */
const TAIL = 64 * 1024;

/** What this app and the system below it are. */
export function product(dataFolder: string): Product {
  const { chrome, electron, node } = process.versions;
  return {
    version: app.getVersion(),
    ...{ electron, chromium: chrome, node },
    os: `${type()} ${release()} ${arch()} (${version()})`,
    locale: app.getLocale(),
    scale: screen.getPrimaryDisplay().scaleFactor,
    log: endOf(logFile(dataFolder)),
  };
}

/** Nothing where nothing was written yet. */
function endOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const tail = Buffer.alloc(Math.min(size, TAIL));
      readSync(file, tail, 0, tail.length, size - tail.length);
      return tail.toString('utf8');
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
