import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** A formula inside a line is shorter than this. */
const MAX_INLINE = 2000;
/** A formula on lines of its own has fewer. */
const MAX_LINES = 200;
/** What may stand between a paragraph's lines and end it. */
const endsParagraph = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

/** `\(…\)` inside a line, `\[…\]` anywhere. */
export function bracketMaths(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'maths_brackets', (state, silent) => {
    const mark = state.src.slice(state.pos, state.pos + 2);
    if (mark === '\\(') return within(state, silent, mark, '\\)', false);
    return mark === '\\[' && within(state, silent, mark, '\\]', true);
  });
  parser.block.ruler.before('fence', 'maths_brackets', (...at) => lines('\\[', '\\]', ...at), endsParagraph);
}

/** `$$…$$` anywhere, and `$…$` where it is a formula and no money. */
export function dollarMaths(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'maths_dollars', (state, silent) => {
    if (state.src[state.pos] !== '$') return false;
    if (state.src[state.pos + 1] === '$') return within(state, silent, '$$', '$$', true);
    return isFormula(state.src, state.pos) && within(state, silent, '$', '$', false);
  });
  doubleDollars(parser);
}

/** `$$…$$` alone, for those who write of money. */
export function doubleDollarMaths(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'maths_dollars', (state, silent) =>
    state.src.startsWith('$$', state.pos) ? within(state, silent, '$$', '$$', true) : false,
  );
  doubleDollars(parser);
}

function doubleDollars(parser: MarkdownIt): void {
  parser.block.ruler.before('fence', 'maths_dollars', (...at) => lines('$$', '$$', ...at), endsParagraph);
}

/**
 * As Pandoc decides: no blank after the first dollar or before the last, and no digit after it.
 * An amount with words behind it is money.
 */
function isFormula(text: string, start: number): boolean {
  const end = closing(text, start + 1, '$');
  if (end === -1) return false;
  const tex = text.slice(start + 1, end);
  if (tex === '' || /^\s|\s$/.test(tex) || /\d/.test(text[end + 1] ?? '')) return false;
  if (/[a-z]/i.test(text[end + 1] ?? '') && !/^[\w\\^{}+*/-]{1,12}$/.test(tex)) return false;
  return (
    !/^[\d.,]+\s*[a-z]{3,}/i.test(tex) && !/^[\d.,]+[.,;:!?)]*\s/.test(tex.replace(/\s*[-+*/=<>^_\\]/, ''))
  );
}

function within(state: StateInline, silent: boolean, open: string, close: string, display: boolean): boolean {
  const from = state.pos + open.length;
  const end = closing(state.src, from, close);
  const tex = end === -1 ? '' : state.src.slice(from, end);
  if (tex.trim() === '' || end >= state.posMax) return false;
  if (!silent) {
    const token = state.push('maths', '', 0);
    token.content = tex.trim();
    token.markup = display ? 'display' : '';
  }
  state.pos = end + close.length;
  return true;
}

/** Where the mark stands that no backslash takes back; -1 when it is missing or far. */
function closing(text: string, from: number, mark: string): number {
  const near = text.slice(from, from + MAX_INLINE);
  for (let at = near.indexOf(mark); at !== -1; at = near.indexOf(mark, at + 1)) {
    let slashes = 0;
    while (near[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return from + at;
  }
  return -1;
}

/** A formula on lines of its own. Until its end has arrived it goes on to the end of what there is. */
function lines(
  open: string,
  close: string,
  state: StateBlock,
  first: number,
  end: number,
  silent: boolean,
): boolean {
  const line = (index: number) =>
    state.src.slice((state.bMarks[index] ?? 0) + (state.tShift[index] ?? 0), state.eMarks[index]).trimEnd();
  const inside = (index: number) => (state.sCount[index] ?? 0) >= state.blkIndent || state.isEmpty(index);
  const begin = line(first);
  if (!begin.startsWith(open) || (state.sCount[first] ?? 0) - state.blkIndent >= 4) return false;
  const rest = begin.slice(open.length);
  let last = first;
  let closed = rest.trimEnd().endsWith(close) && rest.trim() !== close;
  if (!closed && rest.includes(close)) return false;
  while (!closed && last + 1 < Math.min(end, first + MAX_LINES) && inside(last + 1)) {
    last += 1;
    closed = line(last).endsWith(close);
    if (!closed && line(last).includes(close)) return false;
  }
  if (!closed && (!state.env.growing || last + 1 - first >= MAX_LINES)) return false;
  if (silent) return true;
  const body =
    last === first ? rest : [rest, state.getLines(first + 1, last + 1, state.blkIndent, false)].join('\n');
  const token = state.push('maths_block', '', 0);
  token.content = (closed ? body.trimEnd().slice(0, -close.length) : body).trim();
  token.markup = closed ? 'closed' : '';
  token.map = [first, last + 1];
  state.line = last + 1;
  return true;
}
