/** By it Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A file of comma-separated values (RFC 4180). The cells are written as they are; see {@link spreadsheetText}. */
export function csvFile(rows: Iterable<readonly string[]>): string {
  let file = BYTE_ORDER_MARK;
  for (const row of rows) file += `${row.map(quoted).join(',')}\r\n`;
  return file;
}

/**
 * Text for a file or a paste that a spreadsheet opens: it would run a cell that begins like a formula, and words of
 * others must run nothing. An apostrophe before it makes it text, as OWASP advises; a number stays a number.
 */
export function spreadsheetText(text: string): string {
  return runs(text) ? `'${text}` : text;
}

const NUMBER = /^[+-]?\s?[\p{Sc}]?\d[\d.,'\u00a0\u202f ]*(?:e[+-]?\d{1,3})?\s?[%\p{Sc}]?$/iu;
/** Also the full-width forms, which some spreadsheets read as the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Whether a spreadsheet would take it for a formula. */
export function runs(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text) && !/^[+-]+$/.test(text);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
