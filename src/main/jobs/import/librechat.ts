/** LibreChat's export of one conversation: its messages in a list, or each with its children in it. */
import type { ArrivingConversation, ArrivingMessage } from './arriving';
import { type Foreign, listOf, objectOf, objectsOf, textOf, timeOf, wordsOf } from './foreign-value';
import { Unreadable } from './refusal';
import { argumentsOf, Writing } from './writing';
import { words } from '../../../shared/words';

export function readLibreChat(conversation: Foreign): ArrivingConversation[] {
  const sourceId = wordsOf(conversation['conversationId']);
  if (sourceId === null) throw new Unreadable(words.transfer.refusals.noId);
  const options = objectOf(conversation['options']) ?? {};
  const tree = conversation['messages'] ?? conversation['messagesTree'];
  const title = textOf(conversation['title']) ?? '';
  return [
    {
      ...{ sourceId, title: title === 'New Chat' ? '' : title },
      createdAt: timeOf(conversation['createdAt']),
      updatedAt: timeOf(conversation['updatedAt']),
      leaf: null,
      instructions: wordsOf(options['promptPrefix']) ?? wordsOf(options['system']),
      messages: everyMessage(listOf(tree)),
    },
  ];
}

/** However deep the children lie. */
function everyMessage(top: readonly unknown[]): ArrivingMessage[] {
  const messages: ArrivingMessage[] = [];
  const open = top.map((value) => ({ value, above: null as string | null })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const message = objectOf(next.value);
    const number = messages.length + 1;
    if (!message) throw new Unreadable(words.transfer.refusals.messageNotAnObject(number));
    const read = readMessage(message, number, next.above);
    messages.push(read);
    for (const child of listOf(message['children']).toReversed())
      open.push({ value: child, above: read.sourceId });
  }
  return messages;
}

function readMessage(message: Foreign, number: number, above: string | null): ArrivingMessage {
  const said = new Writing();
  for (const block of objectsOf(message['content'])) readBlock(block, said);
  if (said.text === '') said.add(textOf(message['text']));
  for (const file of objectsOf(message['files'])) {
    const image = textOf(file['type'])?.startsWith('image/') ?? false;
    said.missing(image ? 'Image' : 'File', textOf(file['filename']));
  }
  return {
    sourceId: wordsOf(message['messageId']) ?? `#${number}`,
    // The first one follows a message that is not there.
    parent: wordsOf(message['parentMessageId']) ?? above,
    role: roleOf(message, number),
    ...said.said,
    model: textOf(message['model']),
    createdAt: timeOf(message['createdAt']),
    status: message['unfinished'] === true ? 'stopped' : 'done',
  };
}

function roleOf(message: Foreign, number: number): ArrivingMessage['role'] {
  const mine = message['isCreatedByUser'];
  if (typeof mine === 'boolean') return mine ? 'user' : 'assistant';
  const sender = wordsOf(message['sender']);
  if (sender === null) throw new Unreadable(words.transfer.refusals.noAuthor(number));
  return sender.toLowerCase() === 'user' ? 'user' : 'assistant';
}

function readBlock(block: Foreign, said: Writing): void {
  switch (block['type']) {
    case 'text':
      return said.add(textOf(block['text']) ?? textOf(objectOf(block['text'])?.['value']));
    case 'think':
      return said.reasoning(textOf(block['think']) ?? textOf(objectOf(block['think'])?.['value']));
    case 'tool_call': {
      const call = objectOf(block['tool_call']) ?? {};
      return said.step('function', textOf(call['name']), argumentsOf(call['args']));
    }
    case 'image_file':
    case 'image_url':
      return said.missing('Image');
  }
}
