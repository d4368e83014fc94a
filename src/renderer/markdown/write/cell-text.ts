import { spreadsheetText } from '../../../shared/csv';
import type { Inline, Row } from '../../../shared/markdown/tree';
import { type Piece, written } from '../../../shared/markdown/pieces';

/** A cell as it reads. Marks of notes and sources stay behind: what they point at is not in the table. */
export function cellText(cell: readonly Inline[]): string {
  return written(pieces(cell)).trim();
}

/** The same for a file or a paste that a spreadsheet opens: a model's words must run nothing there. */
export function spreadsheetCell(cell: readonly Inline[]): string {
  return spreadsheetText(cellText(cell));
}

/** All rows of the table, its head first. */
export const rowsOf = ({ head, rows }: { readonly head: Row; readonly rows: readonly Row[] }) => [
  head,
  ...rows,
];

function pieces(content: readonly Inline[]): readonly Piece[] {
  return content.map((inline) => () => inlinePieces(inline));
}

function inlinePieces(of: Inline): readonly Piece[] {
  switch (of.kind) {
    case 'text':
    case 'code':
      return [of.text];
    case 'break':
      return ['\n'];
    case 'image':
      return [of.alt];
    case 'maths':
      return [of.tex];
    case 'note':
    case 'source':
      return [];
    case 'link': {
      const words = written(pieces(of.content));
      return [says(words, of.href) ? words : `${words} (${of.href})`];
    }
    default:
      return pieces(of.content);
  }
}

/** The words of a link are its address already. */
function says(words: string, href: string): boolean {
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '');
  return bare(words) === bare(href);
}
