/** Claude's data export, `conversations.json`. Newer ones tell which message each one follows. */
import type { Source } from '../../../shared/parts';
import type { ArrivingConversation, ArrivingMessage } from './arriving';
import { type Foreign, listOf, objectOf, objectsOf, textOf, timeOf, wordsOf } from './foreign-value';
import { Unreadable } from './refusal';
import { argumentsOf, Writing } from './writing';
import { words } from '../../../shared/words';

const senders: Record<string, ArrivingMessage['role']> = {
  human: 'user',
  user: 'user',
  assistant: 'assistant',
};

export function readClaude(conversation: Foreign): ArrivingConversation[] {
  const sourceId = wordsOf(conversation['uuid']);
  if (sourceId === null) throw new Unreadable(words.transfer.refusals.noId);
  const updatedAt = timeOf(conversation['updated_at']);
  const messages: ArrivingMessage[] = [];
  for (const [index, value] of listOf(conversation['chat_messages']).entries()) {
    const before = messages.at(-1)?.sourceId ?? null;
    messages.push(readMessage(value, index + 1, before, textOf(conversation['model'])));
  }
  return [
    {
      ...{ sourceId, title: textOf(conversation['name']) ?? '', updatedAt, messages },
      createdAt: timeOf(conversation['created_at']),
      leaf: textOf(conversation['current_leaf_message_uuid']),
      pinnedAt: conversation['is_starred'] === true ? updatedAt : null,
    },
  ];
}

function readMessage(
  value: unknown,
  number: number,
  before: string | null,
  model: string | null,
): ArrivingMessage {
  const message = objectOf(value);
  if (!message) throw new Unreadable(words.transfer.refusals.messageNotAnObject(number));
  const sender = textOf(message['sender']) ?? '';
  const role = Object.hasOwn(senders, sender) ? senders[sender] : undefined;
  if (!role) throw new Unreadable(words.transfer.refusals.noAuthor(number));
  const follows = message['parent_message_uuid'];
  const said = new Writing();
  for (const block of objectsOf(message['content'])) readBlock(block, said);
  if (said.text === '') said.add(textOf(message['text']));
  readFiles(message, said);
  return {
    sourceId: wordsOf(message['uuid']) ?? `#${number}`,
    // The first one follows a message that is not there.
    parent: follows === undefined ? before : textOf(follows),
    ...{ role, model },
    ...said.said,
    createdAt: timeOf(message['created_at']),
  };
}

function readBlock(block: Foreign, said: Writing): void {
  switch (block['type']) {
    case 'text':
      said.add(textOf(block['text']));
      for (const citation of objectsOf(block['citations'])) {
        const source = sourceOf({ ...objectOf(citation['details']), ...citation });
        if (source) said.cite(source);
      }
      return;
    case 'thinking':
      return said.reasoning(textOf(block['thinking']), between(block));
    case 'tool_use':
      return readTool(block, said);
    case 'tool_result': {
      const sources = objectsOf(block['content']).flatMap((item) => sourceOf(item) ?? []);
      return said.found(sources);
    }
    case 'image':
      return said.missing('Image');
  }
}

/** What it made for the user is worth keeping; other calls are told. */
function readTool(block: Foreign, said: Writing): void {
  const name = textOf(block['name']);
  const input = objectOf(block['input']) ?? {};
  const content = wordsOf(input['content']) ?? wordsOf(input['file_text']);
  if (content !== null && (name === 'artifacts' || name === 'create_file')) {
    const title = wordsOf(input['title']) ?? wordsOf(input['path']);
    if (title !== null) said.add(`**${title}**`);
    said.code(content, textOf(input['language']) ?? '');
  } else if (name === 'web_search') said.step('web-search', null, textOf(input['query']) ?? '');
  else said.step('function', name, argumentsOf(input));
}

function readFiles(message: Foreign, said: Writing): void {
  for (const file of objectsOf(message['attachments'])) {
    const name = wordsOf(file['file_name']);
    const content = wordsOf(file['extracted_content']);
    if (content === null) said.missing('File', name);
    else {
      if (name !== null) said.add(`**${name}**`);
      said.code(content);
    }
  }
  for (const file of objectsOf(message['files'])) {
    const name = textOf(file['file_name']);
    said.missing(/\.(png|jpe?g|gif|webp)$/i.test(name ?? '') ? 'Image' : 'File', name);
  }
}

function sourceOf(item: Foreign): Source | null {
  const url = wordsOf(item['url']);
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return { title: wordsOf(item['title']) ?? url, url };
}

function between(block: Foreign): number | null {
  const [start, stop] = [timeOf(block['start_timestamp']), timeOf(block['stop_timestamp'])];
  return start === null || stop === null || stop < start ? null : stop - start;
}
