import type { EventEmitter } from 'node:events';
import { record } from './calls.ts';

/** Notes listeners for events that never come here, so that a test of such an event cannot pass unnoticed. */
export function emitsOnly(emitter: EventEmitter, what: string, names: string): void {
  const known = new Set(names.split(' '));
  emitter.on('newListener', (name) => {
    if (!known.has(String(name))) record(`never emitted: ${what} '${String(name)}'`);
  });
}

/** Whether a listener of what `emit` emits prevented the default. */
export function isPrevented(emit: (event: { preventDefault: () => void }) => void): boolean {
  let prevented = false;
  emit({ preventDefault: () => void (prevented = true) });
  return prevented;
}
