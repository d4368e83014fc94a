import { plural } from './plural';

/** How the window looks and is read, what Parley is, and how one finds that in Settings. Rows as in `settings.ts`. */
export const look = {
  appearance: {
    theme: {
      label: 'Theme',
      find: 'light dark night mode colours colors',
      system: 'System',
      light: 'Light',
      dark: 'Dark',
    },
    contrast: {
      label: 'Contrast',
      note: 'More: stronger borders, and no pale words.',
      find: 'high readable bright',
      system: 'System',
      more: 'More',
    },
    accent: {
      label: 'Accent colour',
      note: 'Of the main action and of what is chosen.',
      onlyLight:
        'Of the main action and of what is chosen. In dark the system’s colour could not be read, so Parley’s is used there.',
      onlyDark:
        'Of the main action and of what is chosen. In light the system’s colour could not be read, so Parley’s is used there.',
      none: 'Of the main action and of what is chosen. This system has no colour of its own, so Parley’s is used.',
      unreadable:
        'Of the main action and of what is chosen. The system’s colour could not be read here, so Parley’s is used.',
      find: 'color blue highlight system',
      parley: 'Parley',
      system: 'System',
    },
    density: {
      label: 'Density',
      note: 'How high the rows of lists and the buttons are.',
      find: 'compact comfortable spacing rows size',
      comfortable: 'Comfortable',
      compact: 'Compact',
    },
    titleBar: {
      label: 'Integrated title bar',
      note: 'The buttons of the window lie in Parley’s own bar. This holds for windows that are opened from now on.',
      find: 'frame decorations buttons linux',
    },
    motion: {
      label: 'Motion',
      note: 'Reduced: nothing slides, grows or pulses.',
      find: 'animation reduce still',
      system: 'System',
      reduce: 'Reduced',
    },
    lineWidth: {
      label: 'Line width',
      note: 'Of the conversation and the message box, where the window has the room.',
      find: 'column narrow wide measure',
      narrow: 'Narrow',
      normal: 'Normal',
      wide: 'Wide',
      full: 'Full',
    },
    dollarMaths: {
      label: 'Read $…$ as a formula',
      note: 'Only where it can be one: “$5 and $10” stays money. What stands in $$…$$ or \\(…\\) is always a formula.',
      find: 'latex katex math maths tex',
    },
  },
  accessibility: {
    answers: {
      label: 'Answers in a screen reader',
      note: 'What is announced of an answer in the open chat. Code and formulas are only named.',
      find: 'announce speak voice nvda voiceover orca',
    },
    ways: {
      ends: { name: 'Beginning and end', note: '“Answer started”, then “Answer finished, 140 words”.' },
      sentences: {
        name: 'Each sentence',
        note: 'Read as soon as it is whole, while the answer is written.',
      },
      answer: { name: 'The whole answer', note: 'Read in one piece, once it is finished.' },
    },
    progress: {
      label: 'Say that an answer is still on its way',
      note: 'Every 20 seconds: “Still working, 20 seconds”.',
      find: 'announce progress waiting',
    },
  },
  about: {
    text: 'Parley is a window for talking with OpenAI’s models, with your own key. Chats stay on this computer; nothing is sent to anyone but the server you connect.',
    version: { label: 'Version', find: 'release number electron chromium node sqlite' },
    parts: (electron: string, chromium: string, node: string, sqlite: string) =>
      `Electron ${electron} · Chromium ${chromium} · Node ${node} · SQLite ${sqlite}`,
    diagnostics: {
      label: 'Diagnostics',
      note: 'Versions, settings and counts, to put into a report. No key, no address, no name, no word of a chat.',
      find: 'debug bug report log support',
      copy: 'Copy diagnostics',
      copied: 'Diagnostics copied',
    },
    links: {
      title: 'At OpenAI',
      keys: { label: 'API keys', note: 'Make and revoke keys' },
      billing: { label: 'Billing', note: 'Add credit, see invoices' },
      usage: { label: 'Usage', note: 'What was used, by day and model' },
      pricing: { label: 'Pricing', note: 'What each model costs' },
      limits: { label: 'Limits', note: 'How much you may use in a month or a minute' },
      status: { label: 'Status', note: 'Whether OpenAI has a problem' },
    },
    licences: {
      label: 'Licences',
      note: (count: number) =>
        plural(
          count,
          'Parley is free under the MIT licence, and carries # package of others.',
          'Parley is free under the MIT licence, and carries # packages of others.',
        ),
      find: 'license open source packages dependencies third party',
      search: 'Find a package',
      none: 'No package of that name.',
    },
  },
  search: {
    label: 'Search settings',
    short: 'Search',
    results: 'Settings that were found',
    found: (count: number) => plural(count, '# setting found', '# settings found'),
    none: (typed: string) => `Nothing is called “${typed}”.`,
  },
};
