/** What the app asked for that has no effect here. A spec reads it as `globalThis.__standin.calls`. */
import type { EventEmitter } from 'node:events';

const calls: { what: string; args: unknown[] }[] = [];
Object.assign(globalThis, { __standin: { calls } });

export function record(what: string, ...args: unknown[]): void {
  calls.push({ what, args });
}

/** Notes listeners for events that never come here, so that a test of such an event cannot pass unnoticed. */
export function emitsOnly(emitter: EventEmitter, what: string, names: string): void {
  const known = new Set(names.split(' '));
  emitter.on('newListener', (name) => {
    if (!known.has(String(name))) record(`never emitted: ${what} '${String(name)}'`);
  });
}
