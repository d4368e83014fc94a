/** The marks in an answer (`zq0x`, `zq1x`, …): which of them stand in a page, and where they end in the text. */

const MARK = /zq(\d+)x/gi;
/** The end of an answer in which the newest marks are looked for. */
const TAIL = 2500;
const MAX_NODES = 600;

export const marksIn = (text: string): readonly { readonly mark: number; readonly end: number }[] =>
  [...text.matchAll(MARK)].map((found) => ({ mark: Number(found[1]), end: found.index + found[0].length }));

/** How many of the marks stand in the page. */
export const countMarks = (element: HTMLElement): number =>
  new Set(marksIn(element.textContent).map(({ mark }) => mark)).size;

/** The latest mark near the end of the page; -1 without one. */
export function lastMark(element: HTMLElement): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node: Node = element;
  while (node.lastChild) node = node.lastChild;
  walker.currentNode = node;
  let tail = node instanceof Text ? node.data : '';
  for (let passed = 0; tail.length < TAIL && passed < MAX_NODES; passed += 1) {
    const before = walker.previousNode();
    if (!(before instanceof Text)) break;
    tail = before.data + tail;
  }
  return marksIn(tail).reduce((latest, { mark }) => Math.max(latest, mark), -1);
}
