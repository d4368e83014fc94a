import { pictureIn, placeOf } from '../../shared/markdown/addresses';
import { language, words } from '../../shared/words';
import type { Language } from '../../shared/words/language';
import { formula } from './formula';
import type { Image, Inline } from '../../shared/markdown/tree';

const tags = { emphasis: 'em', strong: 'strong', deleted: 'del' } as const;
const drawn = new WeakMap<Node, readonly Inline[]>();
/** The window's own words in a line, such as the name of a source: in another language it is drawn anew. */
const spokenIn = new WeakMap<Node, Language>();

/**
 * Shows the words of a line in an element. Where they only grow, what is there stays, and a selection with it.
 *
 * Made by hand and not by a component: it is the most of a long answer, and text that grows must be
 * added to its node, which a template does not do.
 */
export function prose(content: readonly Inline[]): (element: HTMLElement) => void {
  return (element) => {
    if (spokenIn.get(element) !== language()) element.replaceChildren();
    spokenIn.set(element, language());
    update(element, content);
  };
}

function update(element: Node, content: readonly Inline[]): void {
  const before = element.firstChild ? (drawn.get(element) ?? []) : [];
  if (before === content) return;
  drawn.set(element, content);
  let node = element.firstChild;
  for (const [index, inline] of content.entries()) {
    const old = before[index];
    // Found before the node may be replaced.
    const next = node?.nextSibling ?? null;
    if (old !== inline) {
      if (!node) element.appendChild(create(inline));
      else if (!old || !grow(node, old, inline)) element.replaceChild(create(inline), node);
    }
    node = next;
  }
  while (node) {
    const next = node.nextSibling;
    node.remove();
    node = next;
  }
}

/** Whether the node could become what is to be shown. */
function grow(node: Node, old: Inline, inline: Inline): boolean {
  if (old.kind === 'text' && inline.kind === 'text' && node instanceof Text) growText(node, inline.text);
  else if (old.kind === 'code' && inline.kind === 'code' && node.firstChild instanceof Text)
    growText(node.firstChild, inline.text);
  else if ('content' in old && 'content' in inline && old.kind === inline.kind && sameLink(old, inline))
    update(node, inline.content);
  else return false;
  return true;
}

function sameLink(old: Inline, inline: Inline): boolean {
  if (old.kind !== 'link' || inline.kind !== 'link') return true;
  return old.href === inline.href && old.title === inline.title;
}

function growText(node: Text, text: string): void {
  if (text.startsWith(node.data)) node.appendData(text.slice(node.length));
  else if (node.data.startsWith(text)) node.deleteData(text.length, node.length - text.length);
  else node.data = text;
}

function create(inline: Inline): Node {
  switch (inline.kind) {
    case 'text':
      return document.createTextNode(inline.text);
    case 'code':
      return holding('code', document.createTextNode(inline.text));
    case 'break':
      return document.createElement('br');
    case 'link':
      return filled(anchor(inline.href, inline.title), inline.content);
    case 'image':
      return picture(inline);
    case 'maths':
      return formula(inline.tex, inline.display);
    case 'note':
      return noteMark(inline.label);
    case 'source':
      return sourceMark(inline);
    default:
      return filled(document.createElement(tags[inline.kind]), inline.content);
  }
}

function filled<E extends HTMLElement>(element: E, content: readonly Inline[]): E {
  update(element, content);
  return element;
}

function holding<K extends keyof HTMLElementTagNameMap>(tag: K, ...nodes: Node[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.append(...nodes);
  return element;
}

/** A link says where it leads before one follows it; main opens it outside the window. */
function anchor(href: string, title: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.title = title ? `${title} (${placeOf(href)})` : placeOf(href);
  return link;
}

/** A picture is shown when it stands in the text; a remote one is a link that says from where it would come. */
function picture({ src, alt }: Image): Node {
  if (src === null) return document.createTextNode(alt);
  if (pictureIn(src) === null) {
    const chip = anchor(src, alt);
    chip.className = 'remote-picture';
    chip.append(`${alt || words.markdown.picture} · ${placeOf(src)}`);
    return chip;
  }
  const image = document.createElement('img');
  image.alt = alt;
  image.decoding = 'async';
  image.src = src;
  return image;
}

function noteMark(label: string): Node {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'mark';
  button.dataset['noteMark'] = label;
  button.setAttribute('aria-label', words.markdown.note(label));
  button.append(label);
  return holding('sup', button);
}

function sourceMark({ number, title, href }: Extract<Inline, { kind: 'source' }>): Node {
  const shown = `[${number}]`;
  if (href === null) {
    const mark = holding('span', document.createTextNode(shown));
    mark.title = title;
    return holding('sup', mark);
  }
  const link = anchor(href, title);
  link.className = 'mark';
  link.setAttribute('aria-label', words.markdown.source(number, title));
  link.append(shown);
  return holding('sup', link);
}
