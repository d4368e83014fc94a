import log from 'electron-log/node';
import { join } from 'node:path';
import { inspect } from 'node:util';

export const logFile = (dataFolder: string): string => join(dataFolder, 'logs', 'main.log');

/** Writes what nobody foresaw to `logs/main.log` in the data folder. Nothing that a person wrote goes there. */
export function createLog(dataFolder: string): (what: string, error: unknown) => void {
  log.transports.file.resolvePathFn = () => logFile(dataFolder);
  log.transports.console.level = false;
  return (what, error) => log.error(what, inspect(error)); // with its causes
}
