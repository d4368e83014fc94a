/** Open WebUI's export of chats: a list, each with the tree of its messages in `chat.history`. */
import type { ArrivingConversation, ArrivingMessage } from './arriving';
import { type Foreign, listOf, objectOf, objectsOf, textOf, timeOf, wordsOf } from './foreign-value';
import { Unreadable } from './refusal';
import { Writing } from './writing';
import { words } from '../../../shared/words';

export function readOpenWebUi(item: Foreign): ArrivingConversation[] {
  const chat = objectOf(item['chat']) ?? item;
  const history = objectOf(chat['history']) ?? {};
  const title = textOf(item['title']) ?? textOf(chat['title']) ?? '';
  const createdAt = timeOf(item['created_at']) ?? timeOf(chat['timestamp']);
  const updatedAt = timeOf(item['updated_at']);
  return [
    {
      sourceId: wordsOf(item['id']) ?? wordsOf(chat['id']) ?? `${createdAt ?? ''} ${title}`,
      ...{ title: title === 'New Chat' ? '' : title, createdAt, updatedAt },
      leaf: textOf(history['currentId']),
      instructions: wordsOf(objectOf(chat['params'])?.['system']) ?? wordsOf(chat['system']),
      pinnedAt: item['pinned'] === true ? (updatedAt ?? createdAt) : null,
      archivedAt: item['archived'] === true ? (updatedAt ?? createdAt) : null,
      messages: messagesOf(chat, history),
    },
  ];
}

/** Older ones have a list alone, in which each message follows the one before it. */
function messagesOf(chat: Foreign, history: Foreign): ArrivingMessage[] {
  const tree = objectOf(history['messages']);
  if (tree)
    return Object.entries(tree).map(([id, message], index) => readMessage(message, index + 1, id, null));
  const messages: ArrivingMessage[] = [];
  for (const [index, message] of listOf(chat['messages']).entries())
    messages.push(readMessage(message, index + 1, null, messages.at(-1)?.sourceId ?? null));
  return messages;
}

function readMessage(
  value: unknown,
  number: number,
  key: string | null,
  before: string | null,
): ArrivingMessage {
  const message = objectOf(value);
  if (!message) throw new Unreadable(words.transfer.refusals.messageNotAnObject(number));
  const role = wordsOf(message['role']);
  if (role === null) throw new Unreadable(words.transfer.refusals.noAuthor(number));
  const said = new Writing();
  if (role === 'user' || role === 'assistant') readContent(message, role, said);
  return {
    sourceId: key ?? wordsOf(message['id']) ?? `#${number}`,
    parent: message['parentId'] === undefined ? before : textOf(message['parentId']),
    role: role === 'user' ? 'user' : 'assistant',
    ...said.said,
    model: wordsOf(message['model']) ?? wordsOf(message['modelName']),
    createdAt: timeOf(message['timestamp']),
    status: message['done'] === false && role === 'assistant' ? 'interrupted' : 'done',
  };
}

function readContent(message: Foreign, role: 'user' | 'assistant', said: Writing): void {
  const { content } = message;
  if (typeof content !== 'string') {
    for (const block of objectsOf(content)) {
      if (block['type'] === 'image_url') said.missing('Image');
      else said.add(textOf(block['text']));
    }
  } else if (role === 'user') said.add(content);
  else readAnswer(content, said);
  for (const file of objectsOf(message['files'])) {
    const url = textOf(file['url']) ?? '';
    if (file['type'] !== 'image') said.missing('File', textOf(file['name']));
    else if (role === 'assistant' && /^data:image\/(png|jpeg|webp|gif);base64,/.test(url)) said.image(url);
    else said.missing('Image', textOf(file['name']));
  }
}

const DETAILS = /<details\b([^>]*)>([\s\S]*?)<\/details>/g;

/** Thoughts and calls of tools stand in folds among the words. */
function readAnswer(content: string, said: Writing): void {
  let from = 0;
  for (const fold of content.matchAll(DETAILS)) {
    const [whole, attributes = '', inside = ''] = fold;
    const type = attribute(attributes, 'type');
    if (type !== 'reasoning' && type !== 'tool_calls' && type !== 'code_interpreter') continue;
    said.add(content.slice(from, fold.index).trim());
    from = fold.index + whole.length;
    const words = unescaped(inside.replace(/<summary>[\s\S]*?<\/summary>/, '')).trim();
    if (type === 'reasoning') {
      const seconds = Number(attribute(attributes, 'duration') ?? NaN);
      said.reasoning(words.replace(/^> ?/gm, ''), Number.isFinite(seconds) ? seconds * 1000 : null);
    } else if (type === 'code_interpreter') said.step('code', null, words);
    else
      said.step(
        'function',
        attribute(attributes, 'name'),
        unescaped(attribute(attributes, 'arguments') ?? ''),
      );
  }
  said.add(content.slice(from).trim());
}

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name: string) => entities[name] ?? '');
}
