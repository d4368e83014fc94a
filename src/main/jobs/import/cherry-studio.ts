/** Cherry Studio's backup: topics with messages, whose blocks lie elsewhere in the same file. */
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

/** What lies elsewhere in the file, by its id. */
export interface Elsewhere {
  readonly block: (id: string) => unknown;
  readonly topic: (id: string) => unknown;
}

/** The topics that the assistants list, with their names: in JSON that is itself a text, twice. */
export function topicsIn(persisted: unknown): readonly Foreign[] {
  const slices = objectOf(parsed(persisted));
  const assistants = objectOf(parsed(slices?.['assistants']));
  return [...objectsOf(assistants?.['assistants']), ...objectsOf([assistants?.['defaultAssistant']])].flatMap(
    (assistant) => objectsOf(assistant['topics']),
  );
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null; // Without it the topics have no names.
  }
}

export function readCherryStudio(topic: Foreign, elsewhere: Elsewhere): ArrivingConversation[] {
  const sourceId = wordsOf(topic['id']);
  if (sourceId === null) throw new Unreadable(words.transfer.refusals.noId);
  const listed = objectOf(elsewhere.topic(sourceId)) ?? {};
  const updatedAt = timeOf(listed['updatedAt']);
  const messages: ArrivingMessage[] = [];
  const read = new Set<string>();
  const answered = new Set<string | null>();
  let leaf: string | null = null;
  for (const [index, value] of listOf(topic['messages']).entries()) {
    const message = objectOf(value);
    if (!message) throw new Unreadable(words.transfer.refusals.messageNotAnObject(index + 1));
    const { sourceId: id, ...rest } = readMessage(message, index + 1, elsewhere);
    const asked = rest.role === 'assistant' ? wordsOf(message['askId']) : null;
    const parent = asked !== null && read.has(asked) ? asked : leaf;
    messages.push({ sourceId: id, ...rest, parent });
    // Of several answers to one question the first goes on, or the one that was chosen.
    if (rest.role === 'user' || !answered.has(parent) || message['foldSelected'] === true) leaf = id;
    if (rest.role === 'assistant') answered.add(parent);
    read.add(id);
  }
  return [
    {
      ...{ sourceId, title: titleOf(textOf(listed['name']) ?? textOf(topic['name']) ?? ''), leaf, messages },
      ...{ createdAt: timeOf(listed['createdAt']), updatedAt },
      pinnedAt: listed['pinned'] === true ? (updatedAt ?? 1) : null,
    },
  ];
}

/** What a topic without a name is called, in the languages of most. */
function titleOf(name: string): string {
  return ['Default Topic', 'New Topic', '默认话题', '新話題', '预设话题', '預設話題'].includes(name)
    ? ''
    : name;
}

function readMessage(
  message: Foreign,
  number: number,
  elsewhere: Elsewhere,
): Omit<ArrivingMessage, 'parent'> {
  const role = wordsOf(message['role']);
  if (role === null) throw new Unreadable(words.transfer.refusals.noAuthor(number));
  const said = new Writing();
  if (role !== 'system' && message['type'] !== 'clear') {
    for (const id of listOf(message['blocks']))
      if (typeof id === 'string') readBlock(objectOf(elsewhere.block(id)) ?? {}, said);
    // Older ones have their words in themselves.
    said.reasoning(textOf(message['reasoning_content']));
    if (said.text === '') said.add(textOf(message['content']));
  }
  return {
    sourceId: wordsOf(message['id']) ?? `#${number}`,
    role: role === 'user' ? 'user' : 'assistant',
    ...said.said,
    model: wordsOf(objectOf(message['model'])?.['id']) ?? textOf(message['modelId']),
    createdAt: timeOf(message['createdAt']),
    status: message['status'] === 'paused' ? 'stopped' : 'done',
  };
}

function readBlock(block: Foreign, said: Writing): void {
  const file = objectOf(block['file']) ?? {};
  switch (block['type']) {
    case 'main_text':
      return said.add(textOf(block['content']));
    case 'thinking':
      return said.reasoning(textOf(block['content']), numberOf(block['thinking_millsec']));
    case 'code':
      return said.code(textOf(block['content']) ?? '', textOf(block['language']) ?? '');
    case 'tool':
      return said.step('function', textOf(block['toolName']), argumentsOf(block['arguments']));
    case 'image':
      return said.missing('Image', textOf(file['origin_name']));
    case 'file':
      return said.missing('File', textOf(file['origin_name']));
    case 'video':
      return said.missing('Video');
  }
}
