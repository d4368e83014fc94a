import type { CallName, Handlers } from '../../shared/contract';
import type { App } from '../app';

type LibraryCall = Extract<
  CallName,
  `${'conversations' | 'messages' | 'drafts' | 'export' | 'folders' | 'import' | 'search' | 'trash'}.${string}`
>;

/** What is done with chats. */
export function createLibraryHandlers(app: App): Pick<Handlers, LibraryCall> {
  const { branches, context, exports, folders, imports, library, reading, search, trash } = app;
  return {
    'conversations.list': ({ after }) => library.list(after),
    'conversations.open': (wish) => reading.open(wish),
    'conversations.read': (place) => reading.next(place),
    'conversations.rename': (change) => library.rename(change),
    'conversations.arrange': (arrangements) => library.arrange(arrangements),
    'conversations.configure': (change) => library.configure(change),
    'conversations.show': (branch) => branches.show(branch),
    'conversations.fork': (fork) => branches.fork(fork),
    'conversations.compact': (wish) => context.compact(wish),
    'conversations.summarise': (wish) => context.summarise(wish),
    'messages.delete': (message) => branches.delete(message),
    'messages.restore': (message) => branches.restore(message),
    'drafts.keep': (draft) => library.keepDraft(draft),
    'export.measure': (wish) => exports.measure(wish),
    'export.start': (wish) => exports.start(wish),
    'export.cancel': () => exports.cancel(),
    'export.show': () => exports.show(),
    'folders.list': () => folders.list(),
    'folders.create': (folder) => folders.create(folder),
    'folders.change': (change) => folders.change(change),
    'folders.order': (order) => folders.order(order),
    'folders.delete': ({ id }) => folders.delete(id),
    'import.choose': () => imports.choose(),
    'import.start': (choice) => imports.start(choice),
    'import.cancel': () => imports.cancel(),
    'trash.list': (place) => trash.list(place),
    'trash.restore': (keys) => trash.restore(keys),
    'trash.erase': (keys) => trash.erase(keys),
    'trash.empty': () => trash.empty(),
    'search.run': (wish) => search.run(wish),
  };
}
