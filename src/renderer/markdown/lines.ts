import type { Block, Inline } from '../../shared/markdown/tree';
import { GROUP } from './code-view';

/** Letters of a line at the usual width. */
const LINE = 88;
/** Letters that a mark, a formula or a picture takes, about. */
const SIGN = 4;
/** Rows above which a table shows only the first. */
const ROWS = 100;

/** How many lines a block takes, about: the height of what nobody has seen yet is guessed by it. */
export function linesOf(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return Math.max(1, Math.ceil(lettersOf(block.content) / LINE));
    case 'quote':
    case 'note':
      return linesOfAll(block.blocks);
    case 'list':
      return block.items.reduce((sum, item) => sum + linesOfAll(item.blocks), 0);
    case 'table':
      return 2 + 1.5 * Math.min(block.rows.length, ROWS);
    case 'code':
      return 3 + block.text.split('\n', GROUP).length;
    default:
      return 2;
  }
}

export function linesOfAll(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + linesOf(block) + 0.5, 0);
}

function lettersOf(content: readonly Inline[]): number {
  return content.reduce((sum, inline) => {
    if (inline.kind === 'break') return sum + LINE / 2;
    if ('content' in inline) return sum + lettersOf(inline.content);
    return sum + ('text' in inline ? inline.text.length : SIGN);
  }, 0);
}
