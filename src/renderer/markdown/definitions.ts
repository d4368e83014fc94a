import type { MarkdownIt } from 'markdown-it';
import type { Definitions } from '../../shared/markdown/parse';

/** No answer has more; each costs its reading. */
const MAX_REFERENCES = 2000;
const definition = /^ {0,3}\[(\^?)([^\]\n]{1,200})\]:[^\n]*/gm;

/** Finds what a text defines anywhere, so that it can be read from its beginning in pieces. */
export function definitionsIn(text: string, parser: MarkdownIt, known: Definitions): void {
  const references: string[] = [];
  for (const [line, note, label] of text.matchAll(definition)) {
    if (note && label && /^[\w-]{1,40}$/.test(label)) known.notes.add(label);
    else if (!note && references.length < MAX_REFERENCES) references.push(line);
  }
  if (references.length > 0) parser.parse(references.join('\n\n'), { ...known, growing: false });
}
