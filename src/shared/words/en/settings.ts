import { account } from './account';
import { network } from './network';

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
  account,
  network,
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
  chats: {
    deleteAll: {
      label: 'All chats',
      note: 'They go to the trash, pinned and archived ones too. Folders stay.',
      ask: 'Delete everything…',
      erasedAfter: (days: number) =>
        `All chats go to the trash. They are erased from this computer after ${days} days.`,
      stay: 'All chats go to the trash. They stay there until you erase them.',
      yes: 'Delete everything',
    },
    export: {
      label: 'Export',
      note: 'Every chat, as Markdown, HTML or PDF, or as JSON that can be imported again.',
      act: 'Export all…',
    },
    import: {
      label: 'Chats from elsewhere',
      note: 'From ChatGPT, Claude, LibreChat, Open WebUI, Chatbox, Cherry Studio, or another Parley.',
      act: 'Import…',
    },
    instructions: {
      label: 'Instructions',
      note: 'The model reads them before every question, in each chat that has none of its own. They count as input.',
      example: 'For example: I am a nurse. Use metric units. Say when you are not sure.',
    },
    trash: {
      label: 'Keep what is deleted',
      note: 'In the trash, from where it can be put back.',
      days: (days: number) => `${days} days`,
      forever: 'Until I erase it',
    },
  },
  firstRun: {
    found: 'A key was found in the environment.',
    foundFor: (address: string) => `A key was found in the environment. It would be used with ${address}.`,
    key: {
      title: 'Bring your own key',
      text: 'Chats stay on this computer. Your key is kept in the system keychain and only ever sent to OpenAI.',
      other: 'Using Ollama, LM Studio or Azure?',
      toOther: 'Connect another server',
    },
    server: {
      title: 'Connect another server',
      text: 'Chats stay on this computer. A key is kept in the system keychain and only ever sent to this server.',
      other: 'Have a key from OpenAI?',
      toOther: 'Use an OpenAI key',
    },
    useFound: (end: string) => `Use the key from OPENAI_API_KEY (…${end})`,
  },
  models: {
    defaultModel: { label: 'Default model', note: 'New chats start with it.' },
    found: (count: number) => `${count} were found.`,
    longest: {
      label: 'Longest answer',
      note: 'A longer one is cut short there, and can go on. What a model thinks before it answers counts, too.',
      any: 'As long as the model can',
    },
    offered: 'What the server offers',
    offeredBy: (account: string) => `What ${account} offers`,
    readAgain: 'Read again',
    titles: {
      label: 'Better titles by a small model',
      note: 'GPT-6 Luna reads the first question of a chat and words its title: about $0.00002 a chat. Only with OpenAI’s own server.',
    },
    unread: 'Not read yet.',
  },
  budgets: {
    intro:
      'Parley tells you at 80 % of a budget and sends nothing that would go over it: no question, no title, no summary. While a budget is set, each answer is told how long it may become, so that it cannot cost more than is left.',
    day: { label: 'A day' },
    month: { label: 'A month' },
    conversation: { label: 'A chat' },
    note: 'Days and months are those of this computer’s calendar. What is spent is reckoned from what the server counts and the prices that Parley knows; your OpenAI bill is the truth.',
    spent: {
      day: (sum: string) => `Spent: ${sum} today`,
      month: (sum: string) => `Spent: ${sum} this month`,
      conversation: (sum: string) => `Spent: ${sum} in the open one`,
    },
  },
  library: {
    backUp: 'Back up now',
    backingUp: 'Backing up…',
    backups: {
      label: 'Backups',
      note: 'One a day is made by itself, and one before each update. The last seven are kept.',
    },
    folder: { label: 'Folder' },
    made: 'The backup is made and checked.',
    move: 'Move…',
    none: 'There is none yet.',
    restoring:
      'Your chats become as they were then. As they are now they are made a backup first, so that you can come back.',
    encryption: {
      encrypt: 'Encrypt…',
      label: 'Encrypt chats on this computer',
      newBackup:
        'The backups made so far are replaced by a new one that is encrypted, too. Files of a damaged or moved library that were kept are removed.',
      newKey: 'New key…',
      note: 'Whoever gets at this computer’s disk or its backups cannot read them. The key goes into the system keychain.',
      noteOn: 'They are encrypted. The key is in the system keychain, and opens them by itself.',
      turnOff: {
        act: 'Turn off…',
        ask: 'Your chats will lie on the disk as they are, and the backups made so far are replaced by a new one.',
        no: 'Keep it on',
        yes: 'Turn it off',
      },
    },
  },
};
