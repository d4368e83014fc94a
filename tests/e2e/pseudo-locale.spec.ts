import type { Page } from '@playwright/test';
import { everyView, QUESTION } from './every-view.ts';
import { expect, test } from './parley.ts';
import { unsaid } from './unsaid.ts';

const content = [QUESTION, `${QUESTION} ${QUESTION}`, ''];

/** The sentences from elsewhere, and whether the page runs the wrong way or is too wide. */
async function faults(page: Page): Promise<readonly string[]> {
  const { direction, over } = await page.evaluate(() => ({
    direction: document.documentElement.dir,
    over: document.documentElement.scrollWidth - innerWidth,
  }));
  return [
    ...(await unsaid(page, [...content, ...content.map((title) => `${title} – Parley`.trim())])),
    ...(direction === 'rtl' ? [] : [`it runs ${direction}`]),
    ...(over > 0 ? [`it is ${over} pixels too wide`] : []),
  ];
}

test('in the translators’ language every sentence is from the catalogue, and runs from right to left', async ({
  openai,
  start,
}) => {
  test.slow(); // it looks at every view
  const parley = await start({}, ['--lang=ar-XB']);
  const look = async (view: string) => expect.soft(await faults(parley.page), view).toEqual([]);
  await everyView({ parley, openai, look });
});
