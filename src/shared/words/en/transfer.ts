/** Import and export. */
export const transfer = {
  exportDialog: {
    close: 'Close export',
    contents: {
      branches: { label: 'Other branches', note: 'What was asked or answered differently.' },
      costs: { label: 'Costs', note: 'What each answer used and cost, and the sum.' },
      reasoning: { label: 'Reasoning', note: 'What the models thought before they answered.' },
    },
    format: 'Format',
    /** Of one chat, and of many. */
    notes: {
      markdown: { one: 'Text for any editor.', many: 'A zip with a text for each chat.' },
      html: {
        one: 'A page for any browser, which needs no network.',
        many: 'A zip with a page for each chat, and one that leads to them.',
      },
      pdf: {
        one: 'For paper, and for whoever has no browser at hand.',
        many: 'A zip with a PDF for each chat.',
      },
      json: {
        one: 'For programs, and to be imported again: with all three, nothing is lost.',
        many: 'One file for programs, and to be imported again: with all three, nothing is lost.',
      },
    },
    progress: 'Progress',
    progressOf: (done: string, chats: string) => `${done} of ${chats}`,
    save: 'Save…',
    savedAs: 'Saved as',
    show: 'Show in folder',
    titles: { all: 'Export all chats', many: 'Export chats', one: 'Export chat' },
  },
  importDialog: {
    allOrNothing: 'All of it comes in, or nothing.',
    another: 'Import another file…',
    choose: 'Choose a file…',
    chooseAnother: 'Choose another file…',
    close: 'Close import',
    intro:
      'Chats that you have had elsewhere come in with their branches, thoughts and dates. First you see what is in the file; nothing is changed before that, and nothing leaves this computer.',
    reading: 'Reading the file…',
    taking: 'Importing…',
    title: 'Import chats',
  },
};
