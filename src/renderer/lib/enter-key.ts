/** Enter sends and Shift+Enter breaks the line. Enter also confirms a word in an input method. */
export function isSending(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.shiftKey) return false;
  // 229 is how some input methods say that they are at work.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return !event.isComposing && event.keyCode !== 229;
}
