import type { Block, Inline } from '../../shared/markdown/tree';

export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** The words of an answer as they are read, without what the window adds. Each paragraph is a line. */
export function readable(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

/** The headings of an answer, in its order. */
export function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' ? [{ level: block.level, text: inlineText(block.content).trim() }] : [],
  );
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'quote':
    case 'note':
      return readable(block.blocks);
    case 'list':
      return block.items.map(({ blocks }) => readable(blocks)).join('\n');
    case 'code':
      return oneLine(block.text);
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.map(inlineText)).join('\n');
    case 'maths':
      return oneLine(block.tex);
    case 'rule':
      return '';
  }
}

function inlineText(content: readonly Inline[]): string {
  return content.map(wordsOf).join('');
}

function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return oneLine(inline.text);
    case 'break':
      return ' ';
    case 'emphasis':
    case 'strong':
    case 'deleted':
    case 'link':
      return inlineText(inline.content);
    case 'maths':
      return oneLine(inline.tex);
    case 'image':
      return inline.src?.startsWith('data:') ? '' : inline.alt;
    default:
      return '';
  }
}

const oneLine = (text: string) => text.replaceAll('\n', ' ');
