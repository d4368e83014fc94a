import { plural } from './plural';

/** The conversation: questions, answers, the message box, what is said while one waits. */
export const chat = {
  answer: {
    noText: 'The model sent no text.',
    copy: 'Copy answer',
    again: 'Answer again',
    another: 'Another model or effort',
    more: 'More for this answer',
    stopped: 'Stopped',
    interrupted: 'Interrupted',
    goOn: 'Continue',
    askAgain: 'Ask again',
    compacted: 'Earlier messages are sent in a compact form.',
    drawn: 'Picture drawn by the model',
    beingDrawn: 'Picture that is being drawn',
    declined: 'The model declined.',
    sources: 'Sources',
  },
  branchSwitch: {
    answer: {
      place: (at: number, of: number) => `Answer ${at} of ${of}`,
      previous: 'Previous answer',
      next: 'Next answer',
    },
    question: {
      place: (at: number, of: number) => `Question ${at} of ${of}`,
      previous: 'Previous question',
      next: 'Next question',
    },
    others: (count: number) => plural(count, '# more version', '# more versions'),
  },
  composer: {
    message: 'Message',
    reply: 'Reply…',
    send: 'Send message',
    stop: 'Stop',
    stopByKey: 'Stop (Esc)',
    queued: 'Queued. It goes when the answer has ended.',
    hint: (mac: boolean, enterSends: boolean): string => {
      const [enter, withShift] = mac ? ['Return', 'Shift Return'] : ['Enter', 'Shift+Enter'];
      return enterSends
        ? `${enter} to send · ${withShift} for a new line`
        : `${withShift} to send · ${enter} for a new line`;
    },
    hintWhileBusy: 'Esc to stop',
    hintToQueue: (mac: boolean, enterSends: boolean): string => {
      const keys = `${enterSends ? '' : mac ? 'Shift ' : 'Shift+'}${mac ? 'Return' : 'Enter'}`;
      return `${keys} to send after the answer · Esc to stop`;
    },
  },
  emptyChat: {
    suggestions: 'Suggestions',
    explain: { label: 'Explain something', text: 'Explain in plain words, with one example: ' },
    improve: { label: 'Improve a text', text: 'Make this text clearer and shorter, and keep its tone:\n\n' },
    plan: { label: 'Plan the next steps', text: 'Help me plan, step by step: ' },
  },
  errorCard: { details: 'Details' },
  errorFacts: {
    error: 'Error',
    happened: 'What happened',
    server: 'Server',
    status: 'Status',
    request: 'Request ID',
    parameter: 'Parameter',
    serverCode: 'The server’s name for it',
    serverMessage: 'The server said',
  },
  findBar: {
    find: 'Find in chat',
    noMatches: 'No matches',
    place: (at: string, of: string) => `${at} of ${of}`,
    previous: 'Previous match',
    next: 'Next match',
    close: 'Close find',
  },
  jumpToLatest: 'Jump to latest',
  outline: {
    outline: 'Outline',
    filterLabel: 'Filter the outline',
    filter: 'Filter',
    none: 'Nothing here has these words.',
  },
  question: {
    heading: (time: string) => `You, ${time}`,
    copy: 'Copy question',
    edit: 'Edit question',
    more: 'More for this question',
    later: 'It can be sent when the answer has ended.',
  },
  queued: {
    message: 'Queued message',
    waits: 'Queued: it goes when the answer has ended.',
    notSent: 'Queued, and not sent yet.',
    sendNow: 'Send now',
  },
  setAside: {
    typed: 'Also typed here',
    why: 'This was typed in the same place in another window, at the same time.',
    add: 'Add to the message',
  },
  reasoning: {
    thinking: 'Thinking…',
    thought: 'Thought',
    thoughtFor: (time: string) => `Thought for ${time}`,
  },
  transcript: 'Conversation',
  waitingLine: {
    again: (seconds: number) => `Trying again in ${seconds} s`,
    tryNow: 'Try now',
  },
  chatActions: {
    copyFormatted: 'Copy as formatted text',
    copyMarkdown: 'Copy as Markdown',
    copyPlain: 'Copy as plain text',
    fork: 'New chat from here',
    remove: 'Delete',
    thinking: 'Answer again, thinking',
    with: 'Answer again with',
  },
  chatOptions: {
    account: 'Account',
    accountNote: 'Where this chat’s questions go from now on.',
    close: 'Close chat options',
    example: 'For example: Answer in Portuguese, in a few lines.',
    folderHolds: 'Left empty, those of its folder hold, as shown in the field.',
    instructions: 'Instructions for this chat',
    nothingHolds: 'The model reads them before every question here. Left empty, it is told nothing.',
    settingsHold: 'Left empty, those from Settings hold, as shown in the field.',
    title: 'Chat options',
  },
  chatView: {
    ask: 'Ask anything…',
    begin: 'What would you like to work on?',
    inFolder: (name: string) => `In ${name}`,
    notKept: 'Not kept: no history, no search. Gone when you leave it.',
    reply: 'Reply…',
    temporary: 'Temporary chat',
    untitled: 'Chat',
  },
  dock: {
    addKey: 'Add your key',
    compacting: 'Making this chat compact…',
    diskRefuses:
      'The disk takes nothing at the moment. What is shown is kept in memory until it does: free some space, and do not quit Parley.',
    noKey: 'No key is stored.',
    openLibrary: 'Open my library',
    readOnly: 'Nothing can be asked while this is open to read only.',
    summarising: 'Summing up this chat…',
  },
  voice: {
    ready: (title: string) => `Answer ready in ${title}`,
    readyElsewhere: 'Answer ready in another chat',
    waiting: (why: string, seconds: number) => `${why} Trying again in ${seconds} seconds.`,
  },
  /** What a screen reader is told of an answer. */
  announcer: {
    started: 'Answer started',
    finished: 'Answer finished',
    finishedWith: (words: number) => plural(words, 'Answer finished, # word', 'Answer finished, # words'),
    stopped: 'Answer stopped',
    stoppedWith: (words: number) => plural(words, 'Answer stopped, # word', 'Answer stopped, # words'),
    working: (seconds: number) => `Still working, ${seconds} seconds`,
  },
  /** What a model did beside writing, while it does, once it is done, and where it failed. */
  steps: {
    'web-search': { running: 'Searching the web', done: 'Searched the web', failed: 'The web search failed' },
    'file-search': { running: 'Searching files', done: 'Searched files', failed: 'The file search failed' },
    code: { running: 'Running code', done: 'Ran code', failed: 'The code failed' },
    image: { running: 'Drawing a picture', done: 'Drew a picture', failed: 'The picture could not be drawn' },
    mcp: {
      running: (name: string) => `Using ${name}`,
      done: (name: string) => `Used ${name}`,
      failed: (name: string) => `Could not use ${name}`,
    },
    function: {
      running: (name: string) => `Calling ${name}`,
      done: (name: string) => `Called ${name}`,
      failed: (name: string) => `Could not call ${name}`,
    },
    other: {
      running: (name: string) => `Running ${name}`,
      done: (name: string) => `Ran ${name}`,
      failed: (name: string) => `Could not run ${name}`,
    },
    someTool: 'a tool',
    named: (what: string, name: string) => `${what} ${name}`,
    goesOn: (what: string) => `${what}…`,
    withSources: (what: string, sources: number) => `${what} · ${plural(sources, '# source', '# sources')}`,
  },
};
