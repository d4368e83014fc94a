import { shell } from 'electron';

const LONGEST = 4096;

/** What may be handed to the system's browser: a web or mail address without a name and password in it. */
function isSafeLink(link: string): boolean {
  if (link.length > LONGEST) return false;
  const url = URL.parse(link);
  return (
    url !== null && ['https:', 'http:', 'mailto:'].includes(url.protocol) && !url.username && !url.password
  );
}

/** The only place from which anything outside is opened. */
export function openLink(link: string): void {
  if (isSafeLink(link)) void shell.openExternal(new URL(link).href);
}
