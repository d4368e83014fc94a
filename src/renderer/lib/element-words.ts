import { FoldedNodes } from './find-text';

/** What the window adds to the words of a message, or shows of them a second time. */
const ADDED =
  '[data-chrome], [aria-hidden="true"], .visually-hidden, button, summary, sup, textarea, input, script, style';
const BLOCKS =
  'p, div, li, ul, ol, pre, table, tr, td, th, h1, h2, h3, h4, h5, h6, blockquote, details, section, figure, hr';

/** The words of a message as they stand in the window. */
export function wordsIn(element: HTMLElement): FoldedNodes {
  return new FoldedNodes(textNodes(element));
}

/** A `null` stands wherever a block begins or ends. */
function* textNodes(node: Node): Generator<Text | null> {
  for (const child of node.childNodes) {
    if (child instanceof Text) yield child;
    // A line ends where one reads a space.
    if (child instanceof HTMLBRElement) yield new Text(' ');
    if (!(child instanceof Element) || child.matches(ADDED)) continue;
    const block = child.matches(BLOCKS);
    if (block) yield null;
    yield* textNodes(child);
    if (block) yield null;
  }
}
