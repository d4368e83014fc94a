import type { Token } from 'markdown-it';
import { inlines } from './inlines';
import { type Marks, withoutSources } from './marks';
import type { Alignment, Block, Code, HeadingLevel, Inline, List, ListItem, Row, Table } from './tree';

/** A token and what stands between it and its end. */
interface Node {
  readonly token: Token;
  readonly children: readonly Node[];
}

/** What the parser read, as the closed list of things that can be shown. What it does not know stays as text. */
export function blocksFrom(tokens: readonly Token[], source: string, marks: Marks): readonly Block[] {
  const closedAt = lineOf(source);
  const blocks = (nodes: readonly Node[]): readonly Block[] => nodes.flatMap((node) => block(node) ?? []);

  const textOf = (nodes: readonly Node[]) =>
    nodes.flatMap(({ token }) => inlines(token.children ?? [], marks));

  function block({ token, children }: Node): Block | null {
    switch (token.type) {
      case 'paragraph_open':
        return { kind: 'paragraph', content: textOf(children) };
      case 'heading_open':
        return { kind: 'heading', level: levelOf(token.tag), content: textOf(children) };
      case 'blockquote_open':
        return { kind: 'quote', blocks: blocks(children) };
      case 'bullet_list_open':
      case 'ordered_list_open':
        return list(token, children);
      case 'fence':
        return fence(token, closedAt);
      case 'code_block':
        return { kind: 'code', language: '', text: code(token), closed: true };
      case 'table_open':
        return tableOf(children, textOf);
      case 'maths_block':
        return { kind: 'maths', tex: token.content, closed: token.markup === 'closed' };
      case 'note_open':
        return { kind: 'note', label: token.content, blocks: blocks(children) };
      case 'hr':
        return { kind: 'rule' };
      default:
        return null;
    }
  }

  function list(token: Token, children: readonly Node[]): List {
    const items = children.map(({ children }) => item(blocks(children)));
    const tight = children.every(({ children }) =>
      children.every(({ token }) => token.type !== 'paragraph_open' || token.hidden),
    );
    const start = token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null;
    return { kind: 'list', start, tight, items };
  }

  return blocks(nested(tokens));
}

/** Tokens come in pairs; here each pair holds what stands between them. */
function nested(tokens: readonly Token[]): readonly Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const children: Node[] = [];
    open.at(-1)?.push({ token, children });
    if (token.nesting === 1) open.push(children);
  }
  return root;
}

/** An item whose words begin with a box is a task. */
function item(blocks: readonly Block[]): ListItem {
  const [first, ...rest] = blocks;
  const start = first?.kind === 'paragraph' ? first.content[0] : undefined;
  const box = start?.kind === 'text' ? /^\[([ x])\]\s+/i.exec(start.text) : null;
  if (first?.kind !== 'paragraph' || start?.kind !== 'text' || !box) return { done: null, blocks };
  const words = { kind: 'text', text: start.text.slice(box[0].length) } as const;
  const content = [...(words.text ? [words] : []), ...first.content.slice(1)];
  return { done: box[1] !== ' ', blocks: [{ kind: 'paragraph', content }, ...rest] };
}

function tableOf(children: readonly Node[], textOf: (nodes: readonly Node[]) => readonly Inline[]): Table {
  const rows = children.flatMap((part) => part.children);
  const [head, ...body] = rows.map(({ children }): Row => children.map((cell) => textOf(cell.children)));
  const columns = (rows[0]?.children ?? []).map(({ token }) => alignment(token));
  return { kind: 'table', columns, head: head ?? [], rows: body };
}

function alignment(cell: Token): Alignment {
  const found = /text-align:(left|center|right)/.exec(String(cell.attrGet('style') ?? ''))?.[1];
  return found === 'left' || found === 'center' || found === 'right' ? found : null;
}

function fence(token: Token, lastLine: LastLine): Code {
  const language = /^\S*/.exec(token.info.trim())?.[0] ?? '';
  return { kind: 'code', language, text: code(token), closed: closes(token, lastLine) };
}

type LastLine = (token: Token) => string;

/** The source line on which a block ends. */
function lineOf(source: string): LastLine {
  let all: readonly string[] | undefined;
  return (token) => (all ??= source.split('\n'))[(token.map?.[1] ?? 0) - 1] ?? '';
}

/** The last line of a fence that is closed is its mark, and not its first line. */
function closes(token: Token, lastLine: LastLine): boolean {
  const [begin, end] = token.map ?? [0, 0];
  return (
    end - begin > 1 &&
    lastLine(token)
      .replace(/^[\s>]*/, '')
      .trimEnd()
      .startsWith(token.markup)
  );
}

const code = ({ content }: Token) => withoutSources(content).replace(/\n$/, '');

function levelOf(tag: string): HeadingLevel {
  const level = Number(tag.slice(1));
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? level : 6;
}
