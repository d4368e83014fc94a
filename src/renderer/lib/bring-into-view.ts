/** What floats over the top of the conversation, and over its end. */
const ABOVE = 64;
const BELOW = 56;
/** What comes near may be laid out a few frames later, and move what is looked at. */
const CALM_FRAMES = 6;
const MOST_FRAMES = 60;

/** Unfolds whatever a place in a message is folded away in. */
export function unfold(place: AbstractRange): void {
  const start = place.startContainer;
  const element = start instanceof Element ? start : start.parentElement;
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true;
  // What folds by itself listens for this.
  if (element?.closest('[data-folded]')) element.dispatchEvent(new Event('reveal', { bubbles: true }));
}

/** Scrolls what is not in a comfortable place to a third of the height, until it stays there or the user scrolls. */
export async function bringIntoView(
  log: HTMLElement,
  placeNow: () => AbstractRange | null,
  wanted: () => boolean,
): Promise<void> {
  const user = new AbortController();
  for (const act of ['wheel', 'pointerdown', 'touchmove'])
    log.addEventListener(act, () => user.abort(), { passive: true, signal: user.signal });
  for (let frame = 0, calm = 0; frame < MOST_FRAMES && calm < CALM_FRAMES; frame += 1) {
    const place = placeNow();
    if (user.signal.aborted || !wanted()) break;
    calm = place && scrollTo(log, place) ? 0 : calm + 1;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  user.abort();
}

/** Whether it had to. */
function scrollTo(log: HTMLElement, place: AbstractRange): boolean {
  const range = rangeOf(place);
  for (let box = range.startContainer.parentElement; box && box !== log; box = box.parentElement) {
    if (box.scrollWidth > box.clientWidth) aside(box, range.getBoundingClientRect());
  }
  const words = seen(range);
  const { top, bottom, height } = log.getBoundingClientRect();
  if (words.top >= top + ABOVE && words.bottom <= bottom - BELOW) return false;
  const before = log.scrollTop;
  log.scrollTo({ top: before + words.top - top - height / 3, behavior: 'instant' });
  return log.scrollTop !== before;
}

function aside(box: HTMLElement, words: DOMRect): void {
  const { left, right, width } = box.getBoundingClientRect();
  if (words.left < left || words.right > right)
    box.scrollTo({ left: box.scrollLeft + words.left - left - width / 3, behavior: 'instant' });
}

/** Where the words are; what is not seen itself, as the source of a formula, is where it stands for something. */
function seen(range: Range): DOMRect {
  let area = range.getBoundingClientRect();
  let box = range.startContainer.parentElement;
  for (; box && area.width <= 1; box = box.parentElement) area = box.getBoundingClientRect();
  return area;
}

function rangeOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
