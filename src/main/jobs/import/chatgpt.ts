/** ChatGPT's data export, `conversations.json`: each conversation is a tree of nodes, `mapping`. */
import type { Tool } from '../../../shared/parts';
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
import { Writing } from './writing';
import { words } from '../../../shared/words';

export function readChatGpt(conversation: Foreign): ArrivingConversation[] {
  const mapping = objectOf(conversation['mapping']) ?? {};
  const updatedAt = timeOf(conversation['update_time']);
  const title = textOf(conversation['title']) ?? '';
  const id = wordsOf(conversation['conversation_id']) ?? wordsOf(conversation['id']);
  return [
    {
      sourceId: id ?? `${numberOf(conversation['create_time']) ?? ''} ${title}`,
      title: title === 'New chat' ? '' : title,
      createdAt: timeOf(conversation['create_time']),
      updatedAt,
      leaf: textOf(conversation['current_node']),
      pinnedAt: conversation['is_starred'] === true ? updatedAt : timeOf(conversation['pinned_time']),
      archivedAt: conversation['is_archived'] === true ? (updatedAt ?? 1) : null,
      messages: Object.entries(mapping).map(([key, node], index) => readNode(key, node, index + 1)),
    },
  ];
}

function readNode(sourceId: string, value: unknown, number: number): ArrivingMessage {
  const node = objectOf(value);
  if (!node) throw new Unreadable(words.transfer.refusals.messageNotAnObject(number));
  const parent = textOf(node['parent']);
  const silent = { sourceId, parent, role: 'assistant', text: '', createdAt: null } as const;
  const message = objectOf(node['message']);
  if (!message) return silent;
  const role = wordsOf(objectOf(message['author'])?.['role']);
  if (role === null) throw new Unreadable(words.transfer.refusals.noAuthor(number));
  const metadata = objectOf(message['metadata']) ?? {};
  if (metadata['is_visually_hidden_from_conversation'] === true) return silent;
  const said = new Writing();
  const content = objectOf(message['content']) ?? {};
  if (role === 'user') readQuestion(content, metadata, said);
  else if (role === 'assistant') readAnswer(content, message, said);
  else if (role === 'tool') readPictures(content, said);
  return {
    ...{ sourceId, parent, role: role === 'user' ? 'user' : 'assistant' },
    ...said.said,
    model: textOf(metadata['model_slug']),
    createdAt: timeOf(message['create_time']),
    status: message['status'] === 'in_progress' ? 'interrupted' : 'done',
  };
}

function readQuestion(content: Foreign, metadata: Foreign, said: Writing): void {
  if (content['content_type'] === 'user_editable_context') return;
  const names = objectsOf(metadata['attachments']).map((file) => ({
    image: textOf(file['mime_type'])?.startsWith('image/') ?? false,
    name: textOf(file['name']),
  }));
  const images = names.filter(({ image }) => image).map(({ name }) => name);
  readParts(content, said, images);
  for (const { image, name } of names) if (!image) said.missing('File', name);
}

function readAnswer(content: Foreign, message: Foreign, said: Writing): void {
  const metadata = objectOf(message['metadata']) ?? {};
  const recipient = textOf(message['recipient']) ?? 'all';
  const type = textOf(content['content_type']);
  if (type === 'thoughts') return said.reasoning(thoughtsOf(content));
  if (type === 'reasoning_recap' || type === 'model_editable_context') return;
  if (recipient !== 'all') return said.step(...toolOf(recipient), plainText(content));
  if (type === 'code') return said.code(textOf(content['text']) ?? '', textOf(content['language']) ?? '');
  const words = new Writing();
  readParts(content, words, []);
  said.add(withoutMarks(words.text, metadata));
}

function thoughtsOf(content: Foreign): string {
  return objectsOf(content['thoughts'])
    .map((thought) => {
      const summary = wordsOf(thought['summary']);
      return [summary === null ? null : `**${summary}**`, wordsOf(thought['content'])]
        .filter((part) => part !== null)
        .join('\n\n');
    })
    .filter((thought) => thought !== '')
    .join('\n\n');
}

/** A tool is called by the one whom a message is meant for. */
function toolOf(recipient: string): [tool: Tool, name: string | null] {
  if (recipient === 'python') return ['code', null];
  if (recipient === 'browser' || recipient === 'web' || recipient.startsWith('web.'))
    return ['web-search', null];
  if (recipient.startsWith('dalle') || recipient.startsWith('t2uay3k')) return ['image', null];
  return ['function', recipient];
}

function plainText(content: Foreign): string {
  return (
    textOf(content['text']) ??
    listOf(content['parts'])
      .filter((part) => typeof part === 'string')
      .join('\n')
  );
}

/** What tools say is left out, as ChatGPT does; what they drew is told. */
function readPictures(content: Foreign, said: Writing): void {
  if (content['content_type'] !== 'multimodal_text') return;
  for (const part of objectsOf(content['parts']))
    if (part['content_type'] === 'image_asset_pointer') said.missing('Image');
}

function readParts(content: Foreign, said: Writing, images: (string | null)[]): void {
  const parts = listOf(content['parts']);
  if (parts.length === 0) return said.add(textOf(content['text']));
  for (const part of parts) {
    if (typeof part === 'string') said.add(part);
    else readPart(objectOf(part) ?? {}, said, images);
  }
}

function readPart(part: Foreign, said: Writing, images: (string | null)[]): void {
  const type = textOf(part['content_type']) ?? '';
  if (type === 'audio_transcription') said.add(textOf(part['text']));
  else if (type === 'image_asset_pointer') said.missing('Image', images.shift() ?? null);
  else if (type.startsWith('video')) said.missing('Video');
  else if (type === '') said.add(textOf(part['text']));
}

/** Its answers carry marks where sources were cited. A source that is told becomes a link. */
function withoutMarks(text: string, metadata: Foreign): string {
  let plain = text;
  for (const reference of objectsOf(metadata['content_references'])) {
    const mark = textOf(reference['matched_text']) ?? '';
    if (mark.startsWith('\uE200')) plain = plain.replace(mark, () => textOf(reference['alt']) ?? '');
  }
  return plain.replace(/\uE200[^\uE201]*\uE201?|【\d+[†:][^】]*】/g, '');
}
