import { copy } from '../../lib/clipboard';
import type { Table } from '../../../shared/markdown/tree';
import { toHtml } from './html';
import { tableToMarkdown } from './markdown-table';
import { tableToTsv } from './tsv';

/**
 * A table for wherever it is pasted. Word, Docs, mail and every spreadsheet take the HTML; an editor, a terminal or a
 * message box takes the plain text, where Markdown is a table and tabs are none; TSV is there for pages that ask for
 * it by its name.
 */
export async function copyTable(table: Table): Promise<void> {
  await copy({
    'text/plain': tableToMarkdown(table),
    'text/html': toHtml([table]),
    'text/tab-separated-values': tableToTsv(table),
  });
}
