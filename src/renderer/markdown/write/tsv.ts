import type { Table } from '../../../shared/markdown/tree';
import { rowsOf, spreadsheetCell } from './cell-text';

/** A table with tabs between its cells, one line for each row. */
export function tableToTsv(table: Table): string {
  const line = (cells: Table['head']) =>
    cells.map((cell) => spreadsheetCell(cell).replace(/[\t\r\n]+/g, ' ')).join('\t');
  return rowsOf(table).map(line).join('\n');
}
