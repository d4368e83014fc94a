import { calls, type Handlers } from '../../shared/contract';
import { careCalls } from '../../shared/contract/care';
import type { LibraryCare } from '../app';

export type CareHandlers = Pick<Handlers, keyof typeof careCalls>;

/** What can be asked while the library is open and while it is not. */
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

/** While the library is closed every other call is refused. */
export function createClosedHandlers(care: CareHandlers, refuse: () => never): Handlers {
  const names = Object.keys(calls).filter((name) => !Object.hasOwn(careCalls, name));
  const refused = Object.fromEntries(names.map((name) => [name, refuse]));
  return { ...refused, ...care } as Handlers; // one for every name there is
}
