import { linkTo } from './addresses';
import { type Piece, written } from './pieces';
import type { Alignment, Block, Code, Image, Inline, List, ListItem, Row, Table } from './tree';

const tags = { emphasis: 'em', strong: 'strong', deleted: 'del' } as const;

/** How what differs from place to place is written. Each is markup: what it is given stands in it {@link escaped}. */
export interface HtmlLook {
  readonly code: (code: Code) => string;
  readonly inlineCode: (text: string) => string;
  readonly formula: (tex: string, display: boolean) => string;
  readonly image: (image: Image) => string;
  /** The beginning of a task in a list. */
  readonly task: string;
  /** The beginning of a table, with its attributes. */
  readonly table: string;
  readonly cell: (tag: 'th' | 'td', alignment: Alignment, cell: readonly Inline[]) => string;
}

/** What was read from Markdown, as HTML. Whatever the text holds comes out as text. */
export function writeHtml(blocks: readonly Block[], look: HtmlLook): string {
  const writer = new Writer(look);
  return written(blocks.map((of) => () => writer.block(of)));
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A link around words, if the address is one that may be followed. */
export function linked(href: string, words: readonly Piece[]): readonly Piece[] {
  const safe = linkTo(href);
  return safe === null ? words : [`<a href="${escaped(safe)}">`, ...words, '</a>'];
}

const space: Inline = { kind: 'text', text: ' ' };

class Writer {
  readonly #look: HtmlLook;

  constructor(look: HtmlLook) {
    this.#look = look;
  }

  block(of: Block): readonly Piece[] {
    switch (of.kind) {
      case 'paragraph':
        return ['<p>', ...this.#inlines(of.content), '</p>'];
      case 'heading':
        return [`<h${of.level}>`, ...this.#inlines(of.content), `</h${of.level}>`];
      case 'quote':
        return ['<blockquote>', ...this.#blocks(of.blocks), '</blockquote>'];
      case 'list':
        return this.#list(of);
      case 'code':
        return [this.#look.code(of)];
      case 'table':
        return this.#table(of);
      case 'maths':
        return ['<p>', this.#look.formula(of.tex, true), '</p>'];
      case 'rule':
        return ['<hr>'];
      case 'note':
        return this.#blocks(begunWith([{ kind: 'note', label: of.label }, space], of.blocks));
    }
  }

  #blocks(blocks: readonly Block[]): readonly Piece[] {
    return blocks.map((of) => () => this.block(of));
  }

  #inlines(content: readonly Inline[]): readonly Piece[] {
    return content.map((of) => () => this.#inline(of));
  }

  #list({ start, tight, items }: List): readonly Piece[] {
    const all = items.map(
      (of): Piece =>
        () =>
          this.#item(of, tight),
    );
    if (start === null) return ['<ul>', ...all, '</ul>'];
    return [start === 1 ? '<ol>' : `<ol start="${start}">`, ...all, '</ol>'];
  }

  /** A box that can be ticked is nothing for a text, so a task begins with a sign. */
  #item({ done, blocks }: ListItem, tight: boolean): readonly Piece[] {
    const sign: Inline = { kind: 'text', text: done ? '☑ ' : '☐ ' };
    const begun = done === null ? blocks : begunWith([sign], blocks);
    const inside = begun.flatMap((of) =>
      tight && of.kind === 'paragraph' ? this.#inlines(of.content) : this.#blocks([of]),
    );
    return [done === null ? '<li>' : this.#look.task, ...inside, '</li>'];
  }

  #table({ columns, head, rows }: Table): readonly Piece[] {
    const body = rows.map(
      (of): Piece =>
        () =>
          this.#row('td', of, columns),
    );
    return [
      `${this.#look.table}<thead>`,
      ...this.#row('th', head, columns),
      '</thead>',
      ...(rows.length > 0 ? ['<tbody>', ...body, '</tbody>'] : []),
      '</table>',
    ];
  }

  #row(tag: 'th' | 'td', cells: Row, columns: readonly Alignment[]): readonly Piece[] {
    const all = cells.flatMap((cell, index) => [
      this.#look.cell(tag, columns[index] ?? null, cell),
      ...this.#inlines(cell),
      `</${tag}>`,
    ]);
    return ['<tr>', ...all, '</tr>'];
  }

  #inline(of: Inline): readonly Piece[] {
    switch (of.kind) {
      case 'text':
        return [escaped(of.text)];
      case 'code':
        return [this.#look.inlineCode(of.text)];
      case 'break':
        return ['<br>'];
      case 'link':
        return linked(of.href, this.#inlines(of.content));
      case 'image':
        return [this.#look.image(of)];
      case 'maths':
        return [this.#look.formula(of.tex, of.display)];
      case 'note':
        return ['<sup>[', escaped(of.label), ']</sup>'];
      case 'source':
        return ['<sup>', ...linked(of.href ?? '', [`[${of.number}]`]), '</sup>'];
      default:
        return [`<${tags[of.kind]}>`, ...this.#inlines(of.content), `</${tags[of.kind]}>`];
    }
  }
}

/** The blocks, with something before their first words. */
function begunWith(mark: readonly Inline[], blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return [{ kind: 'paragraph', content: mark }, ...blocks];
  return [{ kind: 'paragraph', content: [...mark, ...first.content] }, ...rest];
}
