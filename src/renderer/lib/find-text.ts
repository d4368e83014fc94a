/** How words are compared when one looks for them: without case, marks on letters, and kinds of quotes and spaces. */

/** Letters that Unicode does not take apart, and signs that no keyboard has. */
const plain: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe' },
  ...{ '‘': "'", '’': "'", '‚': "'", '‛': "'", '“': '"', '”': '"', '„': '"', '‟': '"', '−': '-' },
};
/** What is written and not read: marks on letters, and signs without a width. Marks that are vowels stay, and those of kana. */
const unread = /[[[\p{Mn}\p{Me}]&&\p{Script=Inherited}]--[\u3099\u309A]]|\p{Cf}/gv;
const known = new Map<string, string>();

/** One character as it is compared: nothing, one character or a few. */
function foldCharacter(character: string): string {
  const folded = known.get(character) ?? fold(character);
  known.set(character, folded);
  return folded;
}

function fold(character: string): string {
  if (/\s/.test(character)) return ' ';
  // Its letters would be found inside others.
  if (/[\uAC00-\uD7A3]/.test(character)) return character;
  const cased = character.normalize('NFKD').toLowerCase().toUpperCase().toLowerCase();
  const bare = cased.normalize('NFD').replace(unread, '');
  return plain[bare] ?? bare.replace(/\p{Pd}/gu, '-').normalize('NFC');
}

/** A text as it is compared. Where a line ends, one paragraph does: nothing is found across it. */
export function foldText(text: string): string {
  return text
    .replace(/[^\0-\x7f]/gu, foldCharacter)
    .toLowerCase()
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ');
}

/** What is looked for, as it is compared. Empty where there is nothing to look for. */
export function foldQuery(query: string): string {
  const folded = foldText(query.replaceAll('\n', ' '));
  return folded.trim() === '' ? '' : folded;
}

/** How often a folded text has it. */
export function countIn(text: string, query: string): number {
  let count = 0;
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length)) count += 1;
  return count;
}

/** Where a folded text has it. */
export function placesIn(text: string, query: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length)) places.push(at);
  return places;
}

/** Text nodes as one folded text, which knows where each of its characters stands. */
export class FoldedNodes {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  /** `null` stands for the end of a paragraph. */
  constructor(nodes: Iterable<Text | null>) {
    let text = '';
    const pieces: Piece[] = [];
    for (const node of nodes) {
      if (node === null) {
        if (text !== '' && !text.endsWith('\n')) text += '\n';
        continue;
      }
      const piece = foldNode(node, text.length, /\s$/.test(text) || text === '');
      if (piece.text === '') continue;
      pieces.push(piece);
      text += piece.text;
    }
    this.text = text;
    this.#pieces = pieces;
  }

  /** What stands at a place of the folded text. */
  range(from: number, length: number): StaticRange | null {
    const first = this.#at(from);
    const last = this.#at(from + length - 1);
    if (!first || !last) return null;
    return new StaticRange({
      startContainer: first.node,
      startOffset: startOf(first, from - first.from),
      endContainer: last.node,
      endOffset: startOf(last, from + length - last.from),
    });
  }

  #at(place: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#pieces[middle]?.from ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low];
  }
}

interface Piece {
  readonly node: Text;
  readonly text: string;
  /** Where its text begins in the whole. */
  readonly from: number;
  /** Where in the node each of its characters begins; null where they are the same. */
  readonly starts: readonly number[] | null;
}

/** The end of one character is the beginning of the next. */
const startOf = ({ node, starts }: Piece, index: number) => (starts ? (starts[index] ?? node.length) : index);

function foldNode(node: Text, from: number, afterSpace: boolean): Piece {
  const { data } = node;
  if (!/[^\0-\x7f]|\s\s|[^\S ]/.test(data) && !(afterSpace && data.startsWith(' ')))
    return { node, from, text: data.toLowerCase(), starts: null };
  let text = '';
  let spaced = afterSpace;
  const starts: number[] = [];
  let at = 0;
  for (const character of data) {
    const folded = foldCharacter(character);
    if (!(folded === ' ' && spaced)) {
      text += folded;
      for (let unit = 0; unit < folded.length; unit += 1) starts.push(at);
    }
    if (folded !== '') spaced = folded.endsWith(' ');
    at += character.length;
  }
  return { node, from, text, starts };
}

interface Occurrences {
  readonly text: string;
  readonly places: readonly number[];
}

/** Which of the occurrences in one text is the nth in another that says nearly the same; -1 where it has none. */
export function counterpart(nth: number, one: Occurrences, other: Occurrences): number {
  if (one.places.length === other.places.length) return nth;
  const wanted = one.places[nth] ?? 0;
  const share = nth / Math.max(1, one.places.length);
  let best = -1;
  let bestScore = -Infinity;
  for (const [index, place] of other.places.entries()) {
    const away = Math.abs(index / other.places.length - share);
    const score = context(one.text, wanted, other.text, place) - away;
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best;
}

/** How many characters around two places are the same, as far as a line reaches. */
function context(one: string, from: number, other: string, place: number): number {
  const reach = 40;
  let same = 0;
  for (const step of [-1, 1]) {
    for (let by = 1; by <= reach; by += 1) {
      const character = one[from + step * by];
      if (character === undefined || character !== other[place + step * by]) break;
      same += 1;
    }
  }
  return same;
}
