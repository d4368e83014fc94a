/** The lock that lets one instance run for each userData folder: a file with the owner's process id. */
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a second instance leaves for the first before it goes. */
export interface Arrival {
  readonly argv: string[];
  readonly cwd: string;
  readonly additionalData: unknown;
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Returns how to give the lock back, or nothing when another instance has it and was told of this one. */
export function takeLock(
  userData: string,
  additionalData: unknown,
  arrived: (arrival: Arrival) => void,
): (() => void) | undefined {
  const folder = join(userData, 'standin-lock');
  const owner = join(folder, 'pid');
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(owner, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (alive(Number(readFileSync(owner, 'utf8')))) {
        const arrival: Arrival = { argv: process.argv, cwd: process.cwd(), additionalData };
        writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(arrival));
        return undefined;
      }
      rmSync(owner, { force: true }); // left by one that was killed
    }
  }
  const read = (): void => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      try {
        const arrival = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Arrival;
        rmSync(join(folder, name));
        arrived(arrival);
      } catch {
        // Not written to its end yet: the watcher calls again.
      }
    }
  };
  const watcher = watch(folder, read).unref();
  return () => {
    watcher.close();
    rmSync(owner, { force: true });
  };
}
