/**
 * What a text became, as lines that can be compared: elements, what they say, and nothing of how they look.
 *
 * Ours and the specification's are brought to the same terms: headings stand two levels below, words and their
 * spaces are joined, and what belongs to our window (tools of a code block, the frame of a table) is left out.
 */
const same: Readonly<Record<string, string>> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6', s: 'del' };
const inWords = new Set(['a', 'br', 'code', 'del', 'em', 'img', 'input', 'strong', 'sup']);
const transparent = new Set(['div', 'figure', 'span']);

/** The structure of what we show. */
export const shown = (root: Element): string => text(contentOf(root, false, false), false);

/** The structure of the specification's HTML. */
export const specified = (root: Element): string => text(contentOf(root, true, false), true);

type Piece =
  | { readonly words: string }
  | { readonly tag: string; readonly inner: readonly Piece[]; readonly inline: boolean };

function contentOf(parent: Element, shift: boolean, exact: boolean): Piece[] {
  return [...parent.childNodes].flatMap((node): Piece[] => {
    if (node instanceof Text) return [{ words: exact ? node.data : node.data.replace(/[ \t\n\r]+/g, ' ') }];
    if (!(node instanceof Element)) return [];
    // Our own: not part of what was said.
    if (node.hasAttribute('data-chrome')) return [];
    const tag = node.localName;
    if (transparent.has(tag)) return contentOf(node, shift, exact);
    const inner = contentOf(node, shift, exact || tag === 'pre');
    return [{ tag: named(node, shift), inner, inline: inWords.has(tag) }];
  });
}

function named(element: Element, shift: boolean): string {
  const tag = element.localName;
  const name = shift ? (same[tag] ?? tag) : tag === 's' ? 'del' : tag;
  const facts: string[] = [];
  if (tag === 'a') facts.push(address(element), titleOf(element));
  if (tag === 'img') facts.push(address(element), element.getAttribute('alt') ?? '');
  if (tag === 'ol') facts.push(element.getAttribute('start') ?? '1');
  if (tag === 'input')
    facts.push(element.hasAttribute('checked') || (element as HTMLInputElement).checked ? 'done' : '');
  if (tag === 'th' || tag === 'td')
    facts.push(element.getAttribute('align') ?? alignmentIn(element.className));
  return [name, ...facts.filter(Boolean)].join(' ');
}

const address = (element: Element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '';
const alignmentIn = (classes: string) => /\b(left|center|right)\b/.exec(classes)?.[1] ?? '';

/** Ours says also where the link leads, in brackets. */
function titleOf(element: Element): string {
  const title = element.getAttribute('title') ?? '';
  const place = URL.parse(address(element));
  const said = place ? place.host || place.pathname : '';
  if (title === said) return '';
  return title.endsWith(` (${said})`) ? title.slice(0, -said.length - 3) : title;
}

/** Spaces at the edges of a block say nothing, and neither does the line break that ends the code of theirs. */
function text(pieces: readonly Piece[], theirs: boolean, indent = '', exact = false): string {
  const lines: string[] = [];
  let words = '';
  const flush = () => {
    const said = exact
      ? theirs
        ? words.replace(/\n$/, '')
        : words
      : words
          .replace(/ +/g, ' ')
          .replace(/ ?<br> ?/g, '<br>')
          .trim();
    if (said !== '') lines.push(`${indent}"${said}"`);
    words = '';
  };
  for (const piece of pieces) {
    if ('words' in piece) words += piece.words;
    else if (piece.inline && !(piece.tag === 'code' && exact)) words += inline(piece);
    else if (piece.tag === 'code') words += plain(piece.inner);
    else {
      flush();
      lines.push(`${indent}${piece.tag}`);
      const inner = text(piece.inner, theirs, `${indent}  `, piece.tag === 'pre');
      if (inner) lines.push(inner);
    }
  }
  flush();
  return lines.join('\n');
}

function inline(piece: Exclude<Piece, { words: string }>): string {
  const inner = piece.inner.map((one) => ('words' in one ? one.words : inline(one))).join('');
  return piece.inner.length === 0 ? `<${piece.tag}>` : `<${piece.tag}>${inner}</>`;
}

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('words' in piece ? piece.words : plain(piece.inner))).join('');
