import type { Table } from '../tree';
import { rowsOf, spreadsheetCell } from './cell-text';

/** By it Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as a file of comma-separated values (RFC 4180). */
export function tableToCsv(table: Table): string {
  const line = (cells: Table['head']) =>
    `${cells.map((cell) => quoted(spreadsheetCell(cell))).join(',')}\r\n`;
  return BYTE_ORDER_MARK + rowsOf(table).map(line).join('');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
