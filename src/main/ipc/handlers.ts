import type { Handlers } from '../../shared/contract';
import type { App } from '../app';

/** The whole surface the window can reach, one line a call. */
export function createHandlers({ accounts, library, models, settings, start, turns }: App): Handlers {
  return {
    'app.start': () => start(),
    'account.connect': (account) => accounts.connect(account),
    'account.import': (choice) => accounts.import(choice),
    'account.key': () => accounts.status(),
    'account.removeKey': () => accounts.removeKey(),
    'models.list': () => models.list(),
    'conversations.list': ({ before }) => library.list(before),
    'conversations.open': ({ id }) => turns.transcript(id),
    'conversations.rename': (change) => library.rename(change),
    'conversations.delete': ({ id }) => library.delete(id),
    'conversations.restore': ({ id }) => library.restore(id),
    'conversations.show': (branch) => turns.show(branch),
    'drafts.keep': (draft) => library.keepDraft(draft),
    'turn.start': (turn) => turns.start(turn),
    'turn.again': (turn) => turns.again(turn),
    'turn.stop': ({ answerId }) => turns.stop(answerId),
    'settings.change': (changes) => settings.change(changes),
  };
}
