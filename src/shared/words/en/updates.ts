import type { UpdateFailure, UpdateWait } from '../../updates';

/** New versions of the app. */
export const updates = {
  title: 'Updates',
  look: {
    label: 'Look for new versions',
    note: 'Once a day, where this version came from. A new one is fetched by itself and installed when you quit. The address learns which version asks, and nothing else.',
  },
  offer: {
    question: 'May Parley look for new versions once a day?',
    yes: 'Yes',
    no: 'No',
  },
  check: 'Check now',
  idle: { never: 'Not looked for yet.', none: 'This is the newest version.' },
  checking: 'Looking for a new version…',
  available: (version: string) => `Version ${version} is available.`,
  download: 'Download',
  downloading: (version: string, percent: string) => `Downloading version ${version} (${percent})`,
  ready: (version: string) => `Version ${version} is ready.`,
  install: 'Restart and update',
  waitsFor: {
    answer: 'An answer is still being written. Restart when it is done.',
    library: 'The library is still being worked on. Restart when that is done.',
  } satisfies Record<UpdateWait, string>,
  failed: {
    unreachable: 'The address for new versions does not answer. This version goes on working.',
    unreadable: 'What the address for new versions says cannot be read. This version goes on working.',
    refused: 'What came is not what was published, and was thrown away. This version goes on working.',
    'not-installed': 'The new version could not be installed. This version goes on working.',
  } satisfies Record<UpdateFailure, string>,
  notes: 'What is new',
};
