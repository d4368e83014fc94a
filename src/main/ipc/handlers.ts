import type { Handlers } from '../../shared/contract';
import type { App } from '../app';

/** The whole surface the window can reach, one line a call. */
export function createHandlers(app: App): Handlers {
  const { accounts, branches, context, files, library, models, reading, settings, turns } = app;
  return {
    'app.start': () => app.start(),
    'network.changed': ({ online }) => (online ? turns.online() : undefined),
    'settings.change': (changes) => settings.change(changes),
    'accounts.connect': (account) => accounts.connect(account),
    'accounts.import': (choice) => accounts.import(choice),
    'accounts.change': (change) => accounts.change(change),
    'accounts.setDefault': ({ id }) => accounts.setDefault(id),
    'accounts.remove': ({ id }) => accounts.remove(id),
    'accounts.test': ({ id }) => accounts.test(id),
    'accounts.key': ({ id }) => accounts.status(id),
    'accounts.removeKey': ({ id }) => accounts.removeKey(id),
    'models.list': ({ accountId }) => models.list(accountId),
    'models.known': () => models.known(),
    'conversations.list': ({ before }) => library.list(before),
    'conversations.open': (wish) => reading.open(wish),
    'conversations.read': (place) => reading.next(place),
    'conversations.rename': (change) => library.rename(change),
    'conversations.delete': ({ id }) => library.delete(id),
    'conversations.restore': ({ id }) => library.restore(id),
    'conversations.configure': (change) => library.configure(change),
    'conversations.show': (branch) => branches.show(branch),
    'conversations.fork': (fork) => branches.fork(fork),
    'conversations.compact': (wish) => context.compact(wish),
    'conversations.summarise': (wish) => context.summarise(wish),
    'messages.delete': (message) => branches.delete(message),
    'messages.restore': (message) => branches.restore(message),
    'drafts.keep': (draft) => library.keepDraft(draft),
    'file.save': (file) => files.save(file),
    'turn.start': (turn) => turns.start(turn),
    'turn.again': (turn) => turns.again(turn),
    'turn.continue': (turn) => turns.continue(turn),
    'turn.stop': ({ answerId }) => turns.stop(answerId),
    'turn.tryNow': ({ answerId }) => turns.tryNow(answerId),
  };
}
