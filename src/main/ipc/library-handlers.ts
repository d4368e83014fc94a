import type { CallName, Handlers } from '../../shared/contract';
import type { App } from '../app';

type LibraryCall = Extract<
  CallName,
  `${'conversations' | 'messages' | 'drafts' | 'export' | 'folders' | 'import' | 'search' | 'trash'}.${string}`
>;

/** What is done with chats. */
export function createLibraryHandlers(app: App): Pick<Handlers, LibraryCall> {
  const { chats, drafts, exports, folders, imports, library, search, trash } = app;
  return {
    'conversations.list': ({ after }) => library.list(after),
    'conversations.open': (wish) => chats.of(wish.id).reading.open(wish),
    'conversations.read': (place) => chats.of(place.id).reading.next(place),
    'conversations.rename': (change) => library.rename(change),
    'conversations.arrange': (arrangements) => library.arrange(arrangements),
    'conversations.configure': (change) => library.configure(change),
    'conversations.show': (branch) => chats.of(branch.id).branches.show(branch),
    'conversations.fork': (fork) => chats.of(fork.id).branches.fork(fork),
    'conversations.compact': (wish) => chats.of(wish.id).context.compact(wish),
    'conversations.summarise': (wish) => chats.of(wish.id).context.summarise(wish),
    'conversations.forget': ({ id }) => chats.forget(id),
    'messages.delete': (message) => chats.of(message.conversationId).branches.delete(message),
    'messages.restore': (message) => chats.of(message.conversationId).branches.restore(message),
    'drafts.keep': (draft) => drafts.keep(draft),
    'drafts.claim': (turn) => drafts.claim(turn),
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
