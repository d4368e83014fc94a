import { words } from '../../shared/words';
import { announce } from './announce';

/** One thing in several formats: whoever pastes it takes the one that they read best. */
export interface Formats {
  /** For editors, terminals and message boxes. */
  readonly 'text/plain': string;
  /** For word processors, mail and spreadsheets. */
  readonly 'text/html'?: string;
  /** For pages that read tables; their own name is the only one that they know it by. */
  readonly 'text/tab-separated-values'?: string;
}

/** Puts all of it on the clipboard in one write and says so. */
export async function copy(formats: Formats): Promise<void> {
  const all = Object.entries(formats).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const usual = all.filter(([type]) => type === 'text/plain' || type === 'text/html');
  if (usual.length === all.length || !copyByEvent(all)) await navigator.clipboard.write([item(usual)]);
  announce(words.common.copied);
}

const item = (formats: readonly (readonly [string, string])[]) =>
  new ClipboardItem(Object.fromEntries(formats.map(([type, text]) => [type, new Blob([text], { type })])));

/**
 * The way for more formats than text and HTML. The clipboard's own interface takes them only from a page that may
 * read the clipboard as well, which ours may not. False where nobody has just clicked or typed.
 */
function copyByEvent(formats: readonly (readonly [string, string])[]): boolean {
  let done = false;
  const fill = (event: ClipboardEvent) => {
    for (const [type, text] of formats) event.clipboardData?.setData(type, text);
    event.preventDefault(); // else the selection would be copied
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else sends the event
  const allowed = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return allowed && done;
}
