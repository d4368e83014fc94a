import type { Message } from '../../shared/model';
import type { Part } from '../../shared/parts';
import { foldText } from '../lib/find-text';
import { segments, sourcesOf } from '../../shared/segments';
import { parse } from '../../shared/markdown/parse';
import { type Heading, headingsOf, readable } from '../markdown/readable';

/** What messages say, as it is compared. Each is read once: a message is replaced, never changed. */
const texts = new WeakMap<Message, string>();

/** The words of a message in the order in which they are read, also those that are folded away. */
export function readableText(message: Message): string {
  const known = texts.get(message);
  if (known !== undefined) return known;
  const text = foldText(message.role === 'user' ? oneLine(message.text) : answerText(message));
  texts.set(message, text);
  return text;
}

/** The headings of an answer. */
export function messageHeadings({ text }: Message): readonly Heading[] {
  return headingsOf(parse(text));
}

function answerText({ text, parts }: Message): string {
  const between = parts.filter(({ kind }) => kind !== 'citation');
  const said = segments({ text, parts: between }).map((segment) =>
    segment.kind === 'text' ? readable(parse(segment.text)) : partText(segment.part),
  );
  const cited = sourcesOf(parts).map(({ title }) => oneLine(title));
  return [...said, ...cited].join('\n');
}

function partText(part: Part): string {
  if (part.kind === 'reasoning') return oneLine(part.text);
  if (part.kind !== 'step') return '';
  return [part.text, ...part.sources.map(({ title }) => title)].map(oneLine).join('\n');
}

const oneLine = (text: string) => text.replaceAll('\n', ' ');
