import { copy } from '../../lib/clipboard';
import type { ParseOptions } from '../../../shared/markdown/parse';
import { plainText } from '../plain-text';

/** As it was written for an editor, and formatted for Word, Docs, mail or Slack. */
export async function copyAnswer(markdown: string, options: ParseOptions): Promise<void> {
  await copy({ 'text/plain': markdown, 'text/html': await formatted(markdown, options) });
}

/** Formatted, and without its marks for whoever takes only words. */
export async function copyFormatted(markdown: string, options: ParseOptions): Promise<void> {
  const [plain, html] = await Promise.all([plainText(markdown), formatted(markdown, options)]);
  await copy({ 'text/plain': plain, 'text/html': html });
}

/** What reads and writes is loaded when this is first needed. */
async function formatted(markdown: string, options: ParseOptions): Promise<string> {
  const [{ parse }, { toHtml }] = await Promise.all([
    import('../../../shared/markdown/parse'),
    import('./html'),
  ]);
  return toHtml(parse(markdown, options));
}
