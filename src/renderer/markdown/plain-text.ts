import type { Token } from 'markdown-it';

/** Markdown as it reads, without its marks. The parser is loaded when this is first needed. */
export async function plainText(markdown: string): Promise<string> {
  const { default: Parser } = await import('markdown-it');
  const tokens = new Parser({ html: false, linkify: false }).parse(markdown, {});
  return write(tokens)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A list that is open: the next number of an ordered one, null for one with bullets. */
interface List {
  next: number | null;
}

function write(tokens: readonly Token[]): string {
  const lists: List[] = [];
  let text = '';
  /** The mark of an item, which stands before its first words. */
  let mark = '';
  for (const token of tokens) {
    const indent = '  '.repeat(Math.max(0, lists.length - 1));
    switch (token.type) {
      case 'bullet_list_open':
        lists.push({ next: null });
        break;
      case 'ordered_list_open':
        lists.push({ next: Number(token.attrGet('start') ?? 1) });
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        if (lists.length === 0) text += '\n';
        break;
      case 'list_item_open':
        mark = indent + markOf(lists.at(-1));
        break;
      case 'inline':
        text += mark + inline(token.children ?? []);
        mark = '';
        break;
      case 'fence':
      case 'code_block':
        text += `${mark}${token.content.replace(/\n$/, '')}\n\n`;
        mark = '';
        break;
      case 'hr':
        text += '\n';
        break;
      case 'paragraph_close':
        text += lists.length > 0 ? '\n' : '\n\n';
        break;
      case 'heading_close':
      case 'table_close':
        text += '\n\n';
        break;
      case 'th_close':
      case 'td_close':
        text += '\t';
        break;
      case 'tr_close':
        text = `${text.replace(/\t$/, '')}\n`;
        break;
    }
  }
  return text;
}

function markOf(list: List | undefined): string {
  if (!list || list.next === null) return '• ';
  const number = list.next;
  list.next += 1;
  return `${number}. `;
}

function inline(children: readonly Token[]): string {
  const links: string[] = [];
  let text = '';
  let label = '';
  for (const token of children) {
    if (token.type === 'link_open') {
      links.push(String(token.attrGet('href') ?? ''));
      label = '';
    } else if (token.type === 'link_close') {
      const href = links.pop() ?? '';
      if (href !== label) text += ` (${href})`;
    } else {
      const words = wordsOf(token);
      text += words;
      label += words;
    }
  }
  return text;
}

function wordsOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  return token.type === 'image' || token.type === 'text' || token.type === 'code_inline' ? token.content : '';
}
