import { calls, type Handlers } from '../../shared/contract';
import { careCalls } from '../../shared/contract/care';
import { updateCalls } from '../../shared/contract/updates';
import type { LibraryCare, Updates } from '../app';

type CareHandlers = Pick<Handlers, keyof typeof careCalls>;
type UpdateHandlers = Pick<Handlers, keyof typeof updateCalls>;
/** What can be asked while the library is open and while it is not. */
export type AlwaysHandlers = CareHandlers & UpdateHandlers;

export function createCareHandlers(care: LibraryCare, quit: () => void): CareHandlers {
  return {
    'library.state': () => care.state(),
    'library.size': () => care.size(),
    'library.snapshots': () => care.snapshots(),
    'library.backUp': () => care.backUp(),
    'library.restore': (choice) => care.restore(choice),
    'library.retry': () => care.again(),
    'library.begin': () => care.begin(),
    'library.openReadOnly': () => care.openCopy(),
    'library.choose': () => care.choose(),
    'library.move': () => care.move(),
    'library.rescue': () => care.rescue(),
    'library.newKey': () => care.newKey(),
    'library.encrypt': () => care.encrypt(),
    'library.decrypt': () => care.decrypt(),
    'library.unlock': (typed) => care.unlock(typed),
    'app.quit': () => quit(),
  };
}

export function createUpdateHandlers(updates: Updates): UpdateHandlers {
  return {
    'updates.state': () => updates.state,
    'updates.check': () => updates.check(),
    'updates.download': () => updates.download(),
    'updates.install': () => updates.install(),
  };
}

/** While the library is closed every other call is refused. */
export function createClosedHandlers(always: AlwaysHandlers, refuse: () => never): Handlers {
  const names = Object.keys(calls).filter((name) => !Object.hasOwn(always, name));
  const refused = Object.fromEntries(names.map((name) => [name, refuse]));
  return { ...refused, ...always } as Handlers; // one for every name there is
}
