/** Where the user's choice stands; App says so once. */
let chosen: () => boolean = () => true;

export function followEnter(source: () => boolean): void {
  chosen = source;
}

/** Enter sends and Shift+Enter breaks the line; otherwise the other way round. */
export function enterSends(): boolean {
  return chosen();
}

/** Whether the key sends what was written. Enter also confirms a word in an input method. */
export function isSending(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.shiftKey === enterSends()) return false;
  // 229 is how some input methods say that they are at work.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return !event.isComposing && event.keyCode !== 229;
}
