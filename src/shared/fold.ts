/** How texts are compared: by the index, by the search, and by the window. */

/** Those that the index leaves out, too. Other scripts' marks are part of their letters. */
const DIACRITICS = /[\u0300-\u036f]/gu;

export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** Without case and diacritics, as texts are compared. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(DIACRITICS, '').normalize('NFC').toLowerCase().replaceAll('’', "'");
}
