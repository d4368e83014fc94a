/** The same answers where nobody stops them: shown as any Markdown reader shows them that trusts its text. */
import MarkdownIt from 'markdown-it';
import type { Page } from '@playwright/test';
import { answers } from './answers.ts';

const AT_ONCE = 200;

/** Resolves with the payloads that ran, in a page without a policy. */
export async function runWithoutPolicy(page: Page): Promise<ReadonlySet<number>> {
  const trusting = new MarkdownIt({ html: true, linkify: true });
  trusting.validateLink = () => true;
  const ran = new Set<number>();
  await page.exposeFunction('tell', (payload: number) => void ran.add(payload));
  await page.route(/^(?!about:|data:|blob:)/, (route) => route.abort());
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.goto('about:blank');
  await page.evaluate(() => Object.assign(window, { pwned: (window as any).tell }));
  const shown = answers.map((answer) => trusting.render(answer));
  for (let at = 0; at < shown.length; at += AT_ONCE)
    await page.evaluate(showAndClick, shown.slice(at, at + AT_ONCE));
  return ran;
}

/** Each answer gets a frame of the same origin, since it may lead its page away. */
async function showAndClick(shown: readonly string[]): Promise<void> {
  const frames = shown.map((answer) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = answer;
    return frame;
  });
  const loaded = frames.map(
    (frame) => new Promise((done) => frame.addEventListener('load', done, { once: true })),
  );
  document.body.replaceChildren(...frames);
  // A frame that is led away at once may never say so.
  await Promise.race([Promise.all(loaded), new Promise((done) => setTimeout(done, 1000))]);
  for (const { contentDocument } of frames)
    for (const link of contentDocument?.querySelectorAll('a[href], area, button, input[type=submit]') ?? []) {
      const href = link.getAttribute('href') ?? '';
      if (/^\s*(https?:|mailto:|#)/i.test(href)) continue;
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  await new Promise((done) => setTimeout(done, 100));
}
