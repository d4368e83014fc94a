import type { Alignment, Inline, Row, Table } from '../../../shared/markdown/tree';
import { rowsOf } from './cell-text';
import { type Piece, written } from '../../../shared/markdown/pieces';

/** Wider columns are not brought to one width. */
const WIDEST = 40;
const marks = { emphasis: '*', strong: '**', deleted: '~~' } as const;
const rules = { left: [':', ''], center: [':', ':'], right: ['', ':'] } as const;

/** A table as Markdown (GFM) that reads as the same table; its columns are aligned for those who see it as it is. */
export function tableToMarkdown(table: Table): string {
  const cells = rowsOf(table).map((row) => row.map((cell) => written(pieces(cell)).trim()));
  const widths = table.columns.map((_, column) => {
    const widest = cells.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 3);
    return widest > WIDEST ? 3 : widest;
  });
  const lines = cells.map((row) =>
    line(row.map((text, column) => padded(text, table.columns[column], widths[column]))),
  );
  const rule = line(table.columns.map((alignment, column) => ruled(alignment, widths[column] ?? 3)));
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function padded(text: string, alignment: Alignment | undefined, width = 0): string {
  return alignment === 'right' ? text.padStart(width) : text.padEnd(width);
}

function ruled(alignment: Alignment, width: number): string {
  const [before, after] = alignment === null ? ['', ''] : rules[alignment];
  return before + '-'.repeat(width - before.length - after.length) + after;
}

function pieces(content: Row[number]): readonly Piece[] {
  return content.map((inline) => () => inlinePieces(inline));
}

function inlinePieces(of: Inline): readonly Piece[] {
  switch (of.kind) {
    case 'text':
      return [words(of.text)];
    case 'code':
      return [code(of.text)];
    case 'break':
      return ['<br>'];
    case 'link':
      return ['[', ...pieces(of.content), `](${address(of.href)}${titled(of.title)})`];
    case 'image':
      return [of.src === null ? words(of.alt) : `![${words(of.alt)}](${address(of.src)})`];
    case 'maths':
      return [of.display ? `$$${verbatim(of.tex)}$$` : `$${verbatim(of.tex)}$`];
    case 'note':
      return [`[^${of.label}]`];
    case 'source': // it is the window's own mark, and not the model's
      return [];
    default:
      return [marks[of.kind], ...pieces(of.content), marks[of.kind]];
  }
}

/**
 * Words with a backslash before what would be read as markup. A bracket gets none: `\[` begins a formula elsewhere,
 * so the few that would make a link are written as an entity.
 */
function words(text: string): string {
  return text
    .replace(/[\\`*<|]|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
    .replace(/\[(?=\^|[^\]]*\][([])/g, '&#91;')
    .replace(/\s*\n\s*/g, ' ');
}

function code(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(longest + 1);
  const room = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return fence + room + verbatim(text) + room + fence;
}

/** A bar ends a cell wherever it stands, in code and formulas too. */
const verbatim = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

/** In angle brackets where a bracket of its own could end it. */
function address(href: string): string {
  const safe = href.replace(/[\s|<>\\]/g, encodeURIComponent);
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}

const titled = (title: string): string => (title === '' ? '' : ` "${words(title).replaceAll('"', '\\"')}"`);
