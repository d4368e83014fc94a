import { plural } from './plural';
const messages = (count: number) => plural(count, '# message', '# messages');
const chats = (count: number) => plural(count, '# chat', '# chats');
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
  /** What a file would bring, and what it brought. */
  look: {
    fresh: (fresh: number, count: number, from: string) =>
      `${chats(fresh)} with ${messages(count)} from ${from}`,
    grown: (count: number, grown: number, from: string) =>
      `${messages(count)} for ${chats(grown)} from ${from}`,
    nothing: (from: string) => `There are no words in this file from ${from}`,
    present: (count: number, from: string) =>
      plural(count, `The chat from ${from} is here already`, `All # chats from ${from} are here already`),
    willGrow: (count: number) => `${chats(count)} here will get new messages.`,
    somePresent: (count: number) => plural(count, '# is here already.', '# are here already.'),
    empty: (count: number) =>
      plural(count, '# chat without words is left out.', '# chats without words are left out.'),
    onDay: (day: string) => `From ${day}.`,
    span: (from: string, to: string) => `From ${from} to ${to}.`,
    importChats: (count: number) => `Import ${chats(count)}`,
    importMessages: (count: number) => `Import ${messages(count)}`,
    cameIn: (fresh: number, count: number) => `${chats(fresh)} with ${messages(count)} came in.`,
    cameInFor: (count: number, grown: number) => `${messages(count)} came in, for ${chats(grown)}.`,
  },
  /** Where other programs give their chats away. */
  whereabouts: {
    chatgpt: 'Settings, Data controls, Export data. An email brings the file.',
    claude: 'Settings, Privacy, Export data. An email brings the file.',
    'open-webui': 'Settings, Data controls, Export chats.',
    librechat: 'In a chat: Share, Export, as JSON.',
    chatbox: 'Settings, General, Data backup.',
    'cherry-studio': 'Settings, Data, Backup.',
    parley: 'Export, as JSON.',
  },
  /** What is wrong in a file, after a place in it. */
  refusals: {
    conversation: (number: string) => `conversation ${number}`,
    byte: (at: string) => `byte ${at}`,
    notAnObject: 'it is not an object',
    messageNotAnObject: (number: number) => `message ${number} is not an object`,
    noAuthor: (number: number) => `message ${number} has no author`,
    noId: 'it has no id',
    ofAnotherChat: (number: number) => `message ${number} is part of another chat`,
    twice: (number: number) => `message ${number} is there twice`,
    followsLater: (number: number) => `message ${number} follows one that does not come before it`,
    followsItself: 'a message follows itself',
    noBranch: 'the branch that it shows is not there',
    noVersion: 'the version is missing',
    version: (version: number) => `version ${version}`,
    invalidMessage: (number: number, field: string) => `message ${number} has no valid ${field}`,
    invalid: (what: string, field: string) => `${what} has no valid ${field}`,
    content: 'content',
    it: 'it',
    tooManyMessages: (most: string) => `it has more than ${most} messages`,
    tooLarge: 'it is too large',
    tooDeep: 'it is nested too deeply',
    proto: 'it has a value named __proto__',
    endsTooSoon: 'the file ends too soon',
    noName: 'the name of a value is missing',
    noColon: 'a colon is missing',
    noComma: 'a comma or a bracket is missing',
    afterEnd: 'there is something after the end',
    notJson: 'this is not JSON',
    manyFiles: 'the archive has more than 10,000 files',
    bomb: 'the archive holds far more than its size',
    password: 'the archive has a password',
  },
  /** What an exported file says beside what was said. */
  page: {
    you: 'You',
    failed: (why: string) => `Failed: ${why}`,
    failedSomehow: 'it is not known why.',
    stopped: 'Stopped.',
    interrupted: 'Interrupted.',
    noText: 'The model sent no text.',
    thought: 'Thought',
    thoughtFor: (time: string) => `Thought for ${time}`,
    otherBranches: 'Other branches',
    anotherQuestion: {
      alone: 'Another question',
      first: 'Another question, at the beginning',
      after: (before: string) => `Another question after “${before}”`,
    },
    anotherAnswer: {
      alone: 'Another answer',
      first: 'Another answer, at the beginning',
      after: (before: string) => `Another answer to “${before}”`,
    },
    hiddenPicture: 'A picture that is not shown here.',
    picture: 'Picture drawn by the model',
    declined: 'The model declined.',
    sources: 'Sources',
    /** Above a list. */
    sourcesOf: 'Sources:',
  },
  /** The name of a file with many chats, without its ending. */
  fileName: (day: string) => `Parley chats ${day}`,
};
