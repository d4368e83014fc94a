import type { ImportFormat, ImportLook, ImportResult } from '../../shared/contract/import';
import { dateFormat, words } from '../../shared/words';

const names: Record<ImportFormat, string> = {
  parley: 'Parley',
  chatgpt: 'ChatGPT',
  claude: 'Claude',
  librechat: 'LibreChat',
  // eslint-disable-next-line parley/words-in-catalogue -- a name
  'open-webui': 'Open WebUI',
  chatbox: 'Chatbox',
  // eslint-disable-next-line parley/words-in-catalogue -- a name
  'cherry-studio': 'Cherry Studio',
};

/** Where other programs give their chats away, the most used first. */
export function whereabouts(): readonly (readonly [program: string, place: string])[] {
  const formats = [
    'chatgpt',
    'claude',
    'open-webui',
    'librechat',
    'chatbox',
    'cherry-studio',
    'parley',
  ] as const;
  return formats.map((format) => [names[format], words.transfer.whereabouts[format]]);
}

const day = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });

/** What a file would bring, in a line; `notes` are sentences on the rest. */
export interface LookWords {
  readonly title: string;
  readonly notes: readonly string[];
}

export function lookWords({ format, conversations, messages, span }: ImportLook): LookWords {
  const { new: fresh, grown, present, empty } = conversations;
  const said = words.transfer.look;
  const notes = [
    ...(grown > 0 && fresh > 0 ? [said.willGrow(grown)] : []),
    ...(present > 0 && fresh + grown > 0 ? [said.somePresent(present)] : []),
    ...(empty > 0 ? [said.empty(empty)] : []),
    ...(span && fresh + grown + present > 0 ? [spanWords(span.from, span.to)] : []),
  ];
  return { title: titleOf(names[format], conversations, messages), notes };
}

function titleOf(
  from: string,
  { new: fresh, grown, present }: ImportLook['conversations'],
  messages: number,
): string {
  const said = words.transfer.look;
  if (fresh > 0) return said.fresh(fresh, messages, from);
  if (grown > 0) return said.grown(messages, grown, from);
  return present === 0 ? said.nothing(from) : said.present(present, from);
}

function spanWords(from: number, to: number): string {
  const [first, last] = [day(from), day(to)];
  return first === last ? words.transfer.look.onDay(first) : words.transfer.look.span(first, last);
}

/** On the button. */
export function importLabel({ conversations: { new: fresh, grown }, messages }: ImportLook): string {
  const said = words.transfer.look;
  return fresh > 0 || grown === 0 ? said.importChats(fresh) : said.importMessages(messages);
}

export function resultWords({ conversations, grown, messages }: ImportResult): string {
  const said = words.transfer.look;
  return conversations === 0 ? said.cameInFor(messages, grown) : said.cameIn(conversations, messages);
}
