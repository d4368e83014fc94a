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
};
