/** Chatbox's backup: each session has its messages, older threads beside them, and forks by the message they follow. */
import type { ArrivingConversation, ArrivingMessage } from './arriving';
import {
  type Foreign,
  listOf,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
  timeOf,
  wordsOf,
} from './foreign-value';
import { Unreadable } from './refusal';
import { argumentsOf, Writing } from './writing';
import { words } from '../../../shared/words';

export function readChatbox(session: Foreign): ArrivingConversation[] {
  const sourceId = wordsOf(session['id']);
  if (sourceId === null) throw new Unreadable(words.transfer.refusals.noId);
  const name = textOf(session['name']) ?? '';
  const title = name === 'Untitled' ? '' : name;
  const forks = objectOf(session['messageForksHash']) ?? {};
  const current = readThread(listOf(session['messages']), forks);
  const last = current.messages.reduce<number | null>((latest, { createdAt }) => createdAt ?? latest, null);
  const times = { createdAt: null, updatedAt: null };
  return [
    { sourceId, title, ...times, ...current, pinnedAt: session['starred'] === true ? (last ?? 1) : null },
    ...objectsOf(session['threads']).map((thread, index) => ({
      sourceId: `${sourceId}/${wordsOf(thread['id']) ?? `#${index + 1}`}`,
      title: wordsOf(thread['name']) ?? title,
      ...{ createdAt: timeOf(thread['createdAt']), updatedAt: null },
      ...readThread(listOf(thread['messages']), forks),
    })),
  ];
}

type Thread = Pick<ArrivingConversation, 'messages' | 'leaf' | 'instructions'>;

/** Messages one after the other, and what else once followed one of them. */
function readThread(list: readonly unknown[], forks: Foreign): Thread {
  const messages: ArrivingMessage[] = [];
  let instructions: string | null = null;
  let leaf: string | null = null;
  const seen = new Set<string>();
  const open: { after: string | null; list: readonly unknown[] }[] = [{ after: null, list }];
  for (let next = open.shift(); next; next = open.shift()) {
    let before = next.after;
    for (const value of next.list) {
      const read = readMessage(value, messages.length + 1, before);
      if (read.system !== null) instructions ??= read.system;
      messages.push(read.message);
      before = read.message.sourceId;
      if (seen.has(before)) continue;
      seen.add(before);
      for (const branch of branchesAfter(before, forks)) open.push({ after: before, list: branch });
    }
    leaf ??= before;
  }
  return { messages, leaf, instructions };
}

/** The list at `position` is the one that is shown, and stands among the messages. */
function branchesAfter(id: string, forks: Foreign): readonly (readonly unknown[])[] {
  const fork = Object.hasOwn(forks, id) ? objectOf(forks[id]) : null;
  if (!fork) return [];
  const shown = numberOf(fork['position']);
  return objectsOf(fork['lists']).flatMap((branch, index) => {
    const list = listOf(branch['messages']);
    return index === shown || list.length === 0 ? [] : [list];
  });
}

function readMessage(
  value: unknown,
  number: number,
  parent: string | null,
): { message: ArrivingMessage; system: string | null } {
  const message = objectOf(value);
  if (!message) throw new Unreadable(words.transfer.refusals.messageNotAnObject(number));
  const role = wordsOf(message['role']);
  if (role === null) throw new Unreadable(words.transfer.refusals.noAuthor(number));
  const said = new Writing();
  said.reasoning(textOf(message['reasoningContent']));
  for (const part of objectsOf(message['contentParts'])) readPart(part, said);
  if (said.text === '') said.add(textOf(message['content']));
  for (const file of objectsOf(message['files'])) said.missing('File', textOf(file['name']));
  for (const link of objectsOf(message['links'])) said.add(textOf(link['url']));
  const known = role === 'user' || role === 'assistant';
  return {
    system: role === 'system' ? wordsOf(said.text) : null,
    message: {
      sourceId: wordsOf(message['id']) ?? `#${number}`,
      ...{ parent, role: role === 'user' ? 'user' : 'assistant' },
      ...(known ? said.said : { text: '' }),
      model: textOf(message['model']),
      createdAt: timeOf(message['timestamp']),
      status: message['generating'] === true ? 'interrupted' : 'done',
    },
  };
}

function readPart(part: Foreign, said: Writing): void {
  switch (part['type']) {
    case 'text':
      return said.add(textOf(part['text']));
    case 'reasoning':
      return said.reasoning(textOf(part['text']), numberOf(part['duration']));
    case 'image':
      return said.missing('Image');
    case 'tool-call':
      return said.step('function', textOf(part['toolName']), argumentsOf(part['args']));
  }
}
