import { setTimeout as pause } from 'node:timers/promises';
import { ArrivalStore } from '../../storage/arrival-store';
import type { Job } from '../job';

/** Throws away what an import that did not come to its end has left. */
export const importClear: Job<'import.clear'> = (_, { library }) => clear(new ArrivalStore(library()));

/** In short pieces, with as long between them for whoever else wants to write. */
export async function clear(store: ArrivalStore): Promise<void> {
  for (let more = store.remains; more;) {
    const begun = performance.now();
    more = store.clear();
    await pause(performance.now() - begun);
  }
}
