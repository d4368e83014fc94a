import { announce } from './announce';

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  announce('Copied');
}
