import { csvFile } from '../../../shared/csv';
import type { Table } from '../../../shared/markdown/tree';
import { rowsOf, spreadsheetCell } from './cell-text';

/** A table as a file of comma-separated values (RFC 4180). */
export function tableToCsv(table: Table): string {
  return csvFile(rowsOf(table).map((cells) => cells.map(spreadsheetCell)));
}
