import { language, words } from '../../shared/words';
import type { Language } from '../../shared/words/language';
import { languageName } from './highlight/languages';
import type { Block, Code, Inline, ListItem } from '../../shared/markdown/tree';

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
const known = new WeakMap<Language, WeakMap<Block, readonly string[]>>();

/** A block as it is read aloud: whole sentences, and the names of what cannot be read. */
export function sentencesOf(block: Block): readonly string[] {
  const inLanguage = known.get(language()) ?? new WeakMap<Block, readonly string[]>();
  known.set(language(), inLanguage);
  const before = inLanguage.get(block);
  if (before) return before;
  const found = linesOf(block).flatMap(({ lead, text }) => {
    const [first = '', ...rest] = [...sentences.segment(text)].map(({ segment }) => segment.trim());
    return [`${lead}${first}`, ...rest].filter((sentence) => sentence !== '');
  });
  inLanguage.set(block, found);
  return found;
}

/** The words of an answer; code and formulas have none. */
export function wordsOf(blocks: readonly Block[]): string {
  const written = blocks.flatMap(linesOf).filter(({ named }) => !named);
  return written.map(({ text }) => text).join('\n');
}

/** A line that is read without a stop. */
interface Line {
  /** What stands before it, such as the number of a list's item. */
  readonly lead: string;
  readonly text: string;
  /** It names what cannot be read. */
  readonly named?: boolean;
}

function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [line(block.content)];
    case 'quote':
      return block.blocks.flatMap(linesOf);
    case 'list':
      return block.items.flatMap((item, index) =>
        led(leadOf(item, block.start === null ? null : block.start + index), item.blocks.flatMap(linesOf)),
      );
    case 'note':
      return led(words.markdown.spoken.note(block.label), block.blocks.flatMap(linesOf));
    case 'table':
      return [block.head, ...block.rows].map((row) => ({
        lead: '',
        text: row.map((cell) => line(cell).text).join(', '),
      }));
    case 'code':
      return [{ lead: '', text: nameOf(block), named: true }];
    case 'maths':
      return [{ lead: '', text: words.markdown.spoken.formula, named: true }];
    case 'rule':
      return [];
  }
}

function led(lead: string, [first, ...rest]: readonly Line[]): readonly Line[] {
  return first ? [{ ...first, lead: lead + first.lead }, ...rest] : [];
}

function leadOf({ done }: ListItem, number: number | null): string {
  const task = done === null ? '' : done ? words.markdown.spoken.done : words.markdown.spoken.toDo;
  return (number === null ? '' : `${number}. `) + task;
}

function line(content: readonly Inline[]): Line {
  return { lead: '', text: content.map(inline).join('').replace(/\s+/g, ' ').trim() };
}

function inline(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'code':
      return part.text;
    case 'break':
      return ' ';
    case 'emphasis':
    case 'strong':
    case 'deleted':
    case 'link':
      return part.content.map(inline).join('');
    case 'image':
      return part.alt === '' ? words.markdown.spoken.pictureInLine : part.alt;
    case 'maths':
      return words.markdown.spoken.formulaInLine;
    case 'note':
    case 'source':
      return '';
  }
}

function nameOf({ language: fence, text }: Code): string {
  const count = text === '' ? 0 : text.split('\n').length;
  const name = languageName(fence);
  const { code, lines } = words.markdown.spoken;
  return [code, name, lines(count)].filter((word) => word !== '').join(', ');
}
