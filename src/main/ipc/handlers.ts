import type { Handlers } from '../../shared/contract';
import type { App } from '../app';
import type { AlwaysHandlers } from './care-handlers';
import { createDesktopHandlers } from './desktop-handlers';
import { createLibraryHandlers } from './library-handlers';

/** The whole surface the window can reach, one line a call. */
export function createHandlers(app: App, always: AlwaysHandlers): Handlers {
  const { accounts, chats, doctor, files, models, network, priceList, receipts, requests, settings, usage } =
    app;
  return {
    ...always,
    ...createDesktopHandlers(app.desktop),
    ...createLibraryHandlers(app),
    'app.start': (from) => app.start(from?.window),
    'network.changed': ({ online }) => (online ? chats.online() : undefined),
    'system.accent': () => app.accent(),
    'about.facts': () => app.diagnostics.facts(),
    'about.diagnostics': () => app.diagnostics.report(),
    'settings.change': (changes) => settings.change(changes),
    'accounts.connect': (account) => accounts.connect(account),
    'accounts.import': (choice) => accounts.import(choice),
    'accounts.change': (change) => accounts.change(change),
    'accounts.openAuthority': () => accounts.openAuthority(),
    'accounts.setDefault': ({ id }) => accounts.setDefault(id),
    'accounts.remove': ({ id }) => accounts.remove(id),
    'accounts.test': ({ id }) => accounts.test(id),
    'accounts.key': ({ id }) => accounts.status(id),
    'accounts.removeKey': ({ id }) => accounts.removeKey(id),
    'network.test': ({ accountId }) => network.test(accountId),
    'network.keepPassword': (login) => network.passwords.keep(login),
    'network.forgetPassword': (of) => network.passwords.forget(of),
    'network.hasPassword': async (of) => (await network.passwords.read(of)) !== null,
    'doctor.look': ({ accountId }) => doctor.look(accountId),
    'doctor.ask': ({ accountId }) => doctor.ask(accountId),
    'models.list': ({ accountId }) => models.list(accountId),
    'models.known': () => models.known(),
    'request.estimate': (draft) => chats.of(draft.conversationId).requests.estimate(draft),
    'request.inspect': (draft) => chats.of(draft.conversationId).requests.inspect(draft),
    'request.count': (draft) => chats.of(draft.conversationId).requests.count(draft),
    'request.code': (draft) => chats.of(draft.conversationId).requests.code(draft),
    'receipts.of': ({ messageId }) => receipts.of(messageId),
    'file.save': (file) => files.save(file),
    'prices.list': () => priceList.table(),
    'prices.set': ({ model, price }) => priceList.set(model, price),
    'prices.export': () => priceList.exportJson(),
    'prices.import': ({ text }) => priceList.import(text),
    'prices.update': ({ address }) => priceList.update(address),
    'prices.forget': () => priceList.forget(),
    'turn.start': (turn) => chats.start(turn),
    'turn.again': (turn) => chats.of(turn.conversationId).turns.again(turn),
    'turn.continue': (turn) => chats.of(turn.conversationId).turns.continue(turn),
    'turn.stop': ({ answerId }) => chats.stop(answerId),
    'turn.tryNow': ({ answerId }) => chats.tryNow(answerId),
    'tokens.count': (text) => requests.countText(text),
    'usage.report': (query) => usage.report(query),
    'usage.export': (query) => usage.export(query),
  };
}
