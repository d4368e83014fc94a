import type { Token } from 'markdown-it';
import { linkTo, pictureIn } from './addresses';
import { type Marks, readMarks, withoutSources } from './marks';
import type { Inline } from './tree';

const wraps = { em_open: 'emphasis', strong_open: 'strong', s_open: 'deleted' } as const;

/** The tokens of a line as what can be shown. A link that may not be opened leaves its words. */
export function inlines(tokens: readonly Token[], marks: Marks): readonly Inline[] {
  const open: { token: Token | null; content: Inline[] }[] = [{ token: null, content: [] }];
  const add = (...found: Inline[]) => {
    const content = open.at(-1)?.content ?? [];
    for (const inline of found) {
      const last = content.at(-1);
      if (inline.kind === 'text' && last?.kind === 'text')
        content[content.length - 1] = { kind: 'text', text: last.text + inline.text };
      else content.push(inline);
    }
  };
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, content: [] });
    else if (token.nesting === -1 && open.length > 1) {
      const done = open.pop();
      if (done?.token) add(...wrapped(done.token, done.content));
    } else add(...leaf(token, marks));
  }
  return open[0]?.content ?? [];
}

function wrapped(token: Token, content: readonly Inline[]): readonly Inline[] {
  if (token.type in wraps) return [{ kind: wraps[token.type as keyof typeof wraps], content }];
  if (token.type !== 'link_open') return content;
  const href = linkTo(String(token.attrGet('href') ?? ''));
  if (href === null) return content;
  return [{ kind: 'link', href, title: String(token.attrGet('title') ?? ''), content }];
}

function leaf(token: Token, marks: Marks): readonly Inline[] {
  switch (token.type) {
    case 'code_inline':
      return [{ kind: 'code', text: withoutSources(token.content) }];
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'softbreak':
      return [{ kind: 'text', text: '\n' }];
    case 'maths':
      return [{ kind: 'maths', tex: withoutSources(token.content), display: token.markup === 'display' }];
    case 'image':
      return image(token);
    default:
      return token.content === '' ? [] : readMarks(token.content, marks);
  }
}

function image(token: Token): readonly Inline[] {
  const address = String(token.attrGet('src') ?? '');
  const alt = plain(token.children ?? []);
  const src = pictureIn(address) ?? linkTo(address);
  return [{ kind: 'image', src, alt }];
}

const plain = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.type === 'image' ? plain(token.children ?? []) : token.content)).join('');
