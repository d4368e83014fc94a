import { plural } from './plural';

/** The section “Accounts & keys” of Settings. */
export const account = {
  about: 'New chats use the default account; the options of a chat can name another.',
  addKey: 'Add an OpenAI key',
  checkAndAdd: 'Check and add',
  addServer: 'Connect another server',
  key: {
    label: 'API key',
    openAi: 'OpenAI API key',
    add: 'Add key',
    change: 'Change key',
    save: 'Check and save',
    remove: 'Remove key',
    removal: 'The key cannot be shown again. To use it later you need to have it elsewhere. Your chats stay.',
  },
  server: {
    label: 'Server',
    change: 'Change address',
    test: 'Test',
    works: (models: number) => plural(models, 'Works: # model.', 'Works: # models.'),
    otherKey: 'A key is bound to its server, so another address asks for it again. The chats stay.',
  },
  certificate: {
    label: 'Certificate',
    none: 'Only certificates that the system trusts are good for this server. Add one for a server of your own, or behind a company’s proxy.',
    for: (host: string) => `Good for ${host} only, beside those that the system trusts.`,
    subject: 'For',
    issuer: 'Issued by',
    until: 'Good until',
    fingerprint: 'SHA-256',
    choose: 'Choose a file…',
    change: 'Choose another…',
    remove: 'Remove certificate',
    trust: 'Trust a certificate file…',
    chosen: (subject: string) => `“${subject}” will be trusted for this server.`,
    files: 'Certificates',
    allFiles: 'All files',
  },
  check: 'Check this account…',
  makeDefault: 'Make default',
  remove: 'Remove account',
  removal: {
    key: 'Its key is removed with it and cannot be shown again.',
    chats: 'Its chats stay, and use the default account from then on.',
    lastChats: 'The chats stay, and wait for another account.',
  },
};
