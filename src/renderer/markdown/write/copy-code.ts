import type { Block } from '../../../shared/markdown/tree';
import { copyText } from '../../lib/copy-text';

/** Copies the last code of the first of these answers that has any. */
export async function copyLastCode(answers: readonly string[]): Promise<void> {
  const { parse } = await import('../../../shared/markdown/parse');
  for (const answer of answers) {
    const code = lastCode(parse(answer));
    if (code !== undefined) return copyText(code);
  }
}

function lastCode(blocks: readonly Block[]): string | undefined {
  for (const block of blocks.toReversed()) {
    const code = block.kind === 'code' ? block.text : lastCode(within(block));
    if (code !== undefined) return code;
  }
  return undefined;
}

function within(block: Block): readonly Block[] {
  if (block.kind === 'list') return block.items.flatMap(({ blocks }) => blocks);
  return block.kind === 'quote' || block.kind === 'note' ? block.blocks : [];
}
