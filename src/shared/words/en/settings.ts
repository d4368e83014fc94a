/**
 * Settings and their explanations. A row is `{ label, note }`, and `find` where one may look for it by other words,
 * which are never shown: the section shows it from here, and the search of Settings finds it here.
 */
export const settings = {
  title: 'Settings',
  close: 'Close settings',
  sectionList: 'Settings sections',
  sections: {
    general: 'General',
    account: 'Accounts & keys',
    models: 'Models',
    budgets: 'Budgets',
    chats: 'Chats',
    library: 'Library',
    appearance: 'Appearance',
    shortcuts: 'Shortcuts',
    desktop: 'Desktop',
    network: 'Network',
    accessibility: 'Accessibility',
    about: 'About & updates',
  },
  general: {
    language: {
      label: 'Language',
      note: 'Of everything that Parley says, at once. Models answer in the language that you write.',
      find: 'english german deutsch sprache translation',
      system: 'System',
    },
    askBeforeQuit: {
      label: 'Ask before quitting while an answer is written',
      note: 'Without asking, what has arrived is kept, and the answer can go on later.',
      find: 'close exit confirm',
    },
  },
  accountCard: {
    usual: 'Default',
    keyAt: (address: string, hint: string) => `${address} · key …${hint}`,
  },
  accountNames: {
    name: 'Name',
    more: 'Organization and project',
    about: 'Only for keys that are good for several. Their ids stand in OpenAI’s settings.',
    organization: 'Organization',
    project: 'Project',
    oneWord: 'One word, as it stands in OpenAI’s settings',
  },
  confirm: { yes: 'Remove it', no: 'Keep it' },
  keyForm: {
    key: 'OpenAI API key',
    check: 'Check and continue',
    checking: 'Checking…',
    kept: 'Your key is still in the field.',
    looksRight: 'Looks right. We’ll check it with a free request that lists your models.',
    looksOdd: 'OpenAI’s keys begin with “sk-”. We’ll check it all the same.',
    free: 'Checking it is free.',
    get: 'Get a key',
  },
  serverForm: {
    address: 'Server address',
    hint: 'Any server that speaks OpenAI’s API. Most addresses end in /v1.',
    key: 'API key (optional)',
    connect: 'Connect',
    connecting: 'Connecting…',
  },
  textSize: {
    size: 'Text size',
    note: 'Of the words of a chat, and its code with them. The zoom makes the whole window larger.',
    pixels: (size: number) => `${size} px`,
    back: (size: number) => `Back to ${size} px`,
    sample: 'Sunlight is scattered by the air, and blue more than red: so the sky is blue.',
  },
  tryError: {
    keepForRun: 'Keep the key for this run only',
    forRun: 'It stays in memory and is gone when Parley quits.',
  },
};
