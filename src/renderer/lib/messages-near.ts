/** The messages of a conversation that lie in its window, or not further from it than `reach`. */
export function messagesNear(log: HTMLElement, reach: number): readonly HTMLElement[] {
  const messages = [...log.querySelectorAll<HTMLElement>('[data-message]')];
  const { top, bottom } = log.getBoundingClientRect();
  let first = 0;
  let end = messages.length;
  // They stand in order: only a few of many are measured.
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((messages[middle]?.getBoundingClientRect().bottom ?? 0) > top - reach) end = middle;
    else first = middle + 1;
  }
  const near: HTMLElement[] = [];
  for (const message of messages.slice(first)) {
    if (message.getBoundingClientRect().top >= bottom + reach) break;
    near.push(message);
  }
  return near;
}

/** The message that one looks at: the first of which more than a little is in view. */
export function messageInView(log: HTMLElement): string | null {
  return messagesNear(log, -24)[0]?.dataset['message'] ?? null;
}
