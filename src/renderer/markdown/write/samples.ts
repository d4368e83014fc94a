import { parse } from '../../../shared/markdown/parse';
import type { Table } from '../../../shared/markdown/tree';

/** The table that a text in Markdown is. */
export function tableIn(markdown: string): Table {
  const [block] = parse(markdown);
  if (block?.kind !== 'table') throw new Error(`No table: ${markdown}`);
  return block;
}

/** A table with one column, whose cells read as given. */
export const column = (...texts: string[]): Table => ({
  kind: 'table',
  columns: [null],
  head: [[{ kind: 'text', text: 'Column' }]],
  rows: texts.map((text) => [[{ kind: 'text', text }]]),
});
