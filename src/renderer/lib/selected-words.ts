/** As much as one would look for. */
const MOST = 200;

/** What is selected in the conversation, where it is a few words on a line; else nothing. */
export function selectedWords(): string {
  const selection = window.getSelection();
  const node = selection?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  if (!selection || !element?.closest('[role="log"]')) return '';
  const words = selection.toString().trim();
  return words.length > MOST || words.includes('\n') ? '' : words;
}
