import type { ImportFormat, ImportLook, ImportResult } from '../../shared/contract/import';

const names: Record<ImportFormat, string> = {
  parley: 'Parley',
  chatgpt: 'ChatGPT',
  claude: 'Claude',
  librechat: 'LibreChat',
  'open-webui': 'Open WebUI',
  chatbox: 'Chatbox',
  'cherry-studio': 'Cherry Studio',
};

/** Where other programs give their chats away. */
export const whereabouts = [
  ['ChatGPT', 'Settings, Data controls, Export data. An email brings the file.'],
  ['Claude', 'Settings, Privacy, Export data. An email brings the file.'],
  ['Open WebUI', 'Settings, Data controls, Export chats.'],
  ['LibreChat', 'In a chat: Share, Export, as JSON.'],
  ['Chatbox', 'Settings, General, Data backup.'],
  ['Cherry Studio', 'Settings, Data, Backup.'],
  ['Parley', 'Export, as JSON.'],
] as const;

const many = (count: number) => count.toLocaleString('en-US');
const chats = (count: number) => (count === 1 ? '1 chat' : `${many(count)} chats`);
const messages = (count: number) => (count === 1 ? '1 message' : `${many(count)} messages`);
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** What a file would bring, in a line; `notes` are sentences on the rest. */
export interface LookWords {
  readonly title: string;
  readonly notes: readonly string[];
}

export function lookWords({ format, conversations, messages: count, span }: ImportLook): LookWords {
  const { new: fresh, grown, present, empty } = conversations;
  const from = names[format];
  const notes = [
    grown > 0 && fresh > 0 ? `${chats(grown)} here will get new messages.` : null,
    present > 0 && fresh + grown > 0
      ? `${many(present)} ${present === 1 ? 'is' : 'are'} here already.`
      : null,
    empty > 0 ? `${chats(empty)} without words ${empty === 1 ? 'is' : 'are'} left out.` : null,
    span && fresh + grown + present > 0 ? spanWords(span.from, span.to) : null,
  ].filter((note) => note !== null);
  return { title: titleOf(from, conversations, count), notes };
}

function titleOf(
  from: string,
  { new: fresh, grown, present }: ImportLook['conversations'],
  count: number,
): string {
  if (fresh > 0) return `${chats(fresh)} with ${messages(count)} from ${from}`;
  if (grown > 0) return `${messages(count)} for ${chats(grown)} from ${from}`;
  if (present === 0) return `There are no words in this file from ${from}`;
  return present === 1
    ? `The chat from ${from} is here already`
    : `All ${many(present)} chats from ${from} are here already`;
}

function spanWords(from: number, to: number): string {
  const [first, last] = [day.format(from), day.format(to)];
  return first === last ? `From ${first}.` : `From ${first} to ${last}.`;
}

/** On the button. */
export function importLabel({ conversations: { new: fresh, grown }, messages: count }: ImportLook): string {
  return fresh > 0 || grown === 0 ? `Import ${chats(fresh)}` : `Import ${messages(count)}`;
}

export function resultWords({ conversations, grown, messages: count }: ImportResult): string {
  if (conversations === 0) return `${messages(count)} came in, for ${chats(grown)}.`;
  return `${chats(conversations)} with ${messages(count)} came in.`;
}
