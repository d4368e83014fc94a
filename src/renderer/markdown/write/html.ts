import { linkTo, pictureIn } from '../addresses';
import type { Alignment, Block, Image, Inline, List, ListItem, Row, Table } from '../tree';
import { runs } from '../../../shared/csv';
import { cellText } from './cell-text';
import { type Piece, written } from './pieces';

/** Larger pictures are too much for a clipboard. In characters of their address. */
const LARGEST_PICTURE = 1_000_000;
/** Word and Docs keep a font that is named in the element, and no other. */
const MONO = `font-family:'Courier New',monospace`;
const CELL = 'border:1px solid gray;padding:4px 8px';
/** With it Excel takes a cell for text that it would take for a formula. */
const AS_TEXT = `;mso-number-format:'\\@'`;
const tags = { emphasis: 'em', strong: 'strong', deleted: 'del' } as const;

/**
 * An answer as HTML to be pasted elsewhere: plain elements and their words, with the few styles that Word, Docs and
 * spreadsheets need inside them. Whatever the text holds comes out as text.
 */
export function toHtml(blocks: readonly Block[]): string {
  return written(blocks.map(block));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const block = (of: Block): Piece => {
  return () => blockPieces(of);
};

const inlines = (content: readonly Inline[]): readonly Piece[] =>
  content.map((inline) => () => inlinePieces(inline));

function blockPieces(of: Block): readonly Piece[] {
  switch (of.kind) {
    case 'paragraph':
      return ['<p>', ...inlines(of.content), '</p>'];
    case 'heading':
      return [`<h${of.level}>`, ...inlines(of.content), `</h${of.level}>`];
    case 'quote':
      return ['<blockquote>', ...of.blocks.map(block), '</blockquote>'];
    case 'list':
      return list(of);
    case 'code':
      return [`<pre style="${MONO}"><code style="${MONO}">`, escaped(of.text), '</code></pre>'];
    case 'table':
      return tablePieces(of);
    case 'maths':
      return ['<p>', formula(of.tex, true), '</p>'];
    case 'rule':
      return ['<hr>'];
    case 'note':
      return begunWith([{ kind: 'note', label: of.label }, space], of.blocks).map(block);
  }
}

const space: Inline = { kind: 'text', text: ' ' };

/** The blocks, with something before their first words. */
function begunWith(mark: readonly Inline[], blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return [{ kind: 'paragraph', content: mark }, ...blocks];
  return [{ kind: 'paragraph', content: [...mark, ...first.content] }, ...rest];
}

function list({ start, tight, items }: List): readonly Piece[] {
  const written = items.map(
    (of): Piece =>
      () =>
        item(of, tight),
  );
  if (start === null) return ['<ul>', ...written, '</ul>'];
  return [start === 1 ? '<ol>' : `<ol start="${start}">`, ...written, '</ol>'];
}

/** A box that can be ticked is nothing that one could paste, so a task begins with a sign. */
function item({ done, blocks }: ListItem, tight: boolean): readonly Piece[] {
  const sign: Inline = { kind: 'text', text: done ? '☑ ' : '☐ ' };
  const begun = done === null ? blocks : begunWith([sign], blocks);
  const inside = begun.flatMap((of) =>
    tight && of.kind === 'paragraph' ? inlines(of.content) : [block(of)],
  );
  return [done === null ? '<li>' : '<li style="list-style-type:none">', ...inside, '</li>'];
}

function tablePieces({ columns, head, rows }: Table): readonly Piece[] {
  const body = rows.map(
    (of): Piece =>
      () =>
        row('td', of, columns),
  );
  return [
    '<table style="border-collapse:collapse"><thead>',
    ...row('th', head, columns),
    '</thead>',
    ...(rows.length > 0 ? ['<tbody>', ...body, '</tbody>'] : []),
    '</table>',
  ];
}

function row(tag: 'th' | 'td', cells: Row, columns: readonly Alignment[]): readonly Piece[] {
  const all = cells.flatMap((cell, index) => {
    const style = `${CELL};text-align:${columns[index] ?? 'left'}${runs(cellText(cell)) ? AS_TEXT : ''}`;
    return [`<${tag} style="${style}">`, ...inlines(cell), `</${tag}>`];
  });
  return ['<tr>', ...all, '</tr>'];
}

function inlinePieces(of: Inline): readonly Piece[] {
  switch (of.kind) {
    case 'text':
      return [escaped(of.text)];
    case 'code':
      return [`<code style="${MONO}">`, escaped(of.text), '</code>'];
    case 'break':
      return ['<br>'];
    case 'link':
      return linked(of.href, inlines(of.content));
    case 'image':
      return image(of);
    case 'maths':
      return [formula(of.tex, of.display)];
    case 'note':
      return ['<sup>[', escaped(of.label), ']</sup>'];
    case 'source':
      return ['<sup>', ...linked(of.href ?? '', [`[${of.number}]`]), '</sup>'];
    default:
      return [`<${tags[of.kind]}>`, ...inlines(of.content), `</${tags[of.kind]}>`];
  }
}

function linked(href: string, words: readonly Piece[]): readonly Piece[] {
  const safe = linkTo(href);
  return safe === null ? words : [`<a href="${escaped(safe)}">`, ...words, '</a>'];
}

/** Pasting loads nothing from afar: only a picture that stands in the text goes along, any other as a link. */
function image({ src, alt }: Image): readonly Piece[] {
  if (src === null) return [escaped(alt)];
  if (pictureIn(src) === null) return linked(src, [escaped(alt || src)]);
  return src.length > LARGEST_PICTURE ? [escaped(alt)] : [`<img src="${src}" alt="${escaped(alt)}">`];
}

/**
 * TeX with its marks, as code. Docs and Slack leave MathML's letters without its order, and Word reads it only in
 * part, while TeX can be read by a person, and be made a formula again by Word, Notion and add-ons of Docs.
 */
function formula(tex: string, display: boolean): string {
  const mark = display ? '$$' : '$';
  return `<code style="${MONO}">${escaped(mark + tex + mark)}</code>`;
}
