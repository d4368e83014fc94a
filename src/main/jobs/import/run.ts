import { setTimeout as pause } from 'node:timers/promises';
import { ArrivalStore } from '../../storage/arrival-store';
import type { Job } from '../job';
import { type Arrival, openArrivals } from './arrivals';
import { clear } from './clear';
import { Incoming } from './incoming';

/** How long one piece may hold the library: another that wants to write waits no longer than this. */
const PIECE_MS = 8;
/** So many characters are collected before they are written: many short chats share a piece. */
const COLLECTED = 500_000;

/** Takes in a file: all of it, or nothing. Until everything has come it is seen by nobody. */
export const importRun: Job<'import.run'> = async ({ path, importId }, context) => {
  const store = new ArrivalStore(context.library());
  const incoming = new Incoming(store, importId);
  try {
    await clear(store); // Of one that a crash ended, there may be something left.
    await using arrivals = await openArrivals(path, context);
    let collected: Arrival[] = [];
    let size = 0;
    for await (const arrival of arrivals.all()) {
      collected.push(arrival);
      if ((size += sizeOf(arrival)) < COLLECTED) continue;
      await inPieces(store, context.signal, incoming.steps(collected));
      [collected, size] = [[], 0];
    }
    await inPieces(store, context.signal, incoming.steps(collected));
    context.signal.throwIfAborted();
    store.land(importId);
    return incoming.result;
  } catch (thrown) {
    await clear(store);
    throw thrown;
  }
};

/** Many short steps, so that the app can write in between as if nothing were going on. */
async function inPieces(store: ArrivalStore, signal: AbortSignal, steps: Iterator<void>): Promise<void> {
  for (let done = false; !done;) {
    signal.throwIfAborted();
    const begun = performance.now();
    done = store.together(() => piece(steps, begun + PIECE_MS));
    // As long again belongs to the others.
    await pause(performance.now() - begun);
  }
}

/** True where that was the last of them. */
function piece(steps: Iterator<void>, until: number): boolean {
  for (;;) {
    if (steps.next().done) return true;
    if (performance.now() >= until) return false;
  }
}

function sizeOf(arrival: Arrival): number {
  if ('folder' in arrival) return 100;
  const messages = arrival.conversation?.messages ?? [];
  return messages.reduce(
    (sum, { text, parts, output }) => sum + 200 + text.length + (parts?.length ?? 0) + (output?.length ?? 0),
    200,
  );
}
