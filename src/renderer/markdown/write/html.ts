import { runs } from '../../../shared/csv';
import { pictureIn } from '../../../shared/markdown/addresses';
import { escaped, type HtmlLook, linked, writeHtml } from '../../../shared/markdown/html';
import { written } from '../../../shared/markdown/pieces';
import type { Block, Image } from '../../../shared/markdown/tree';
import { cellText } from './cell-text';

/** Larger pictures are too much for a clipboard. In characters of their address. */
const LARGEST_PICTURE = 1_000_000;
/** Word and Docs keep a font that is named in the element, and no other. */
const MONO = `font-family:'Courier New',monospace`;
const CELL = 'border:1px solid gray;padding:4px 8px';
/** With it Excel takes a cell for text that it would take for a formula. */
const AS_TEXT = `;mso-number-format:'\\@'`;

const inlineCode = (text: string) => `<code style="${MONO}">${escaped(text)}</code>`;

/** Plain elements, with the few styles that Word, Docs and spreadsheets need inside them. */
const pasted: HtmlLook = {
  code: ({ text }) => `<pre style="${MONO}">${inlineCode(text)}</pre>`,
  inlineCode,
  formula,
  image,
  task: '<li style="list-style-type:none">',
  table: '<table style="border-collapse:collapse">',
  cell: (tag, alignment, cell) =>
    `<${tag} style="${CELL};text-align:${alignment ?? 'left'}${runs(cellText(cell)) ? AS_TEXT : ''}">`,
};

/** An answer as HTML to be pasted elsewhere. Whatever the text holds comes out as text. */
export function toHtml(blocks: readonly Block[]): string {
  return writeHtml(blocks, pasted);
}

/** Pasting loads nothing from afar: only a picture that stands in the text goes along, any other as a link. */
function image({ src, alt }: Image): string {
  if (src === null) return escaped(alt);
  if (pictureIn(src) === null) return written(linked(src, [escaped(alt || src)]));
  return src.length > LARGEST_PICTURE ? escaped(alt) : `<img src="${src}" alt="${escaped(alt)}">`;
}

/**
 * TeX with its marks, as code. Docs and Slack leave MathML's letters without its order, and Word reads it only in
 * part, while TeX can be read by a person, and be made a formula again by Word, Notion and add-ons of Docs.
 */
function formula(tex: string, display: boolean): string {
  const mark = display ? '$$' : '$';
  return inlineCode(mark + tex + mark);
}
