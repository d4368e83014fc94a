/** Diagrams are drawn in a frame that has no origin, no network and no bridge, and shown as pictures. */
import type { Request } from '@playwright/test';
import { expect, type Parley, test } from './parley.ts';

const FLOW = 'flowchart TD\n  A[Question] --> B{Whole?}\n  B -->|Yes| C(Answer)';
const HOSTILE = [
  '%%{init: {"securityLevel": "loose", "htmlLabels": true}}%%\nflowchart TD\n  A["<img src=https://evil.example/a.png onerror=alert(1)>"]\n  click A href "javascript:alert(2)"',
  '%%{init: {"themeCSS": "@import url(https://evil.example/b.css); * { background: url(https://evil.example/c.png) }"}}%%\nflowchart TD\n  A --> B',
  'flowchart TD\n  A@{ img: "https://evil.example/d.png", label: "x", h: 60 }',
  'flowchart TD\n  A["`![x](https://evil.example/e.png)`"] --> B["<script>alert(3)</script>"]',
];

const fence = (code: string) => `\`\`\`mermaid\n${code}\n\`\`\`\n\n`;

/** What the page and its frames ask for outside the app, what a policy refuses, and what runs, from now on. */
function watch({ page }: Parley) {
  const seen = { asked: [] as string[], refused: [] as string[], ran: [] as string[] };
  const note = (request: Request) => {
    const { errorText } = request.failure() ?? {};
    if (/^(blob:)?(app:|https:\/\/parley\.app\.)/.test(request.url())) return;
    if (errorText !== 'csp') seen.asked.push(`${request.url()} ${errorText}`); // others never left the frame
  };
  page.on('requestfinished', note);
  page.on('requestfailed', note);
  page.on('console', (message) => {
    if (/Content Security Policy|requires 'Trusted/.test(message.text())) seen.refused.push(message.text());
  });
  page.on('dialog', (dialog) => {
    seen.ran.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

test('a diagram in an answer is drawn, without a request or a breach of the policy', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  const seen = watch(parley);
  expect(parley.page.frames()).toHaveLength(1); // no diagram, no frame
  openai.script({ words: ['Look:\n\n', fence(FLOW), 'Done.'] });
  await parley.askAndHear('Draw it');
  const picture = parley.lastMessage.getByRole('img');
  await expect(picture).toHaveAttribute('alt', FLOW, { timeout: 15_000 });
  await expect(picture).toHaveAttribute('src', /^blob:/);
  const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width).toBeGreaterThan(50);
  expect(seen).toEqual({ asked: [], refused: [], ran: [] });
});

test('a hostile diagram runs nothing, asks for nothing, and leaves no breach in the window', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  const seen = watch(parley);
  await parley.page.evaluate(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    document.addEventListener('securitypolicyviolation', (event) => breaches.push(event.effectiveDirective));
  });
  openai.script({ words: HOSTILE.map(fence) });
  await parley.askAndHear('Draw it');
  const settled = parley.lastMessage.getByRole('img').or(parley.lastMessage.getByRole('note'));
  await expect(settled).toHaveCount(HOSTILE.length, { timeout: 20_000 });
  expect({ asked: seen.asked, ran: seen.ran }).toEqual({ asked: [], ran: [] });
  expect(await parley.page.evaluate(() => (window as any).breaches)).toEqual([]);
});

test('the frame has no origin, no bridge, and nowhere to go', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  openai.script({ words: [fence(FLOW)] });
  await parley.askAndHear('Draw it');
  await expect(parley.lastMessage.getByRole('img')).toBeVisible({ timeout: 15_000 });
  const frame = parley.page.frames()[1]!;
  const found = await frame.evaluate(async (address) => {
    const refusals: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refusals.push(event.effectiveDirective));
    const failed = (work: () => unknown): boolean => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    const settled = (start: (done: () => void) => void) => new Promise<void>((done) => start(done));
    const noFetch = await fetch(address).then(
      () => false,
      () => true,
    );
    await settled((done) =>
      Object.assign(new Image(), { onerror: done, onload: done, src: `${address}/x.png` }),
    );
    await settled((done) => {
      const inner = Object.assign(document.createElement('iframe'), {
        onload: done,
        src: '/diagram/frame.html',
      });
      document.body.append(inner);
    });
    await settled((done) => {
      document.addEventListener('securitypolicyviolation', done, { once: true });
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
    });
    return {
      origin,
      globals: ['bridge', 'require', 'process', 'electron', 'ran'].filter((name) => name in window),
      noFetch,
      noParent: failed(() => parent.document),
      noStorage: failed(() => localStorage),
      noWindow:
        failed(() => window.open('https://evil.example/')) || window.open('https://evil.example/') === null,
      refusals: [...new Set(refusals)].sort(),
    };
  }, openai.address);
  expect(found).toEqual({
    origin: 'null',
    globals: [],
    noFetch: true,
    noParent: true,
    noStorage: true,
    noWindow: true,
    refusals: ['connect-src', 'frame-src', 'img-src', 'script-src-elem'],
  });
  const before = openai.requests.length;
  for (const url of [`${openai.address}/left`, '/index.html', 'https://evil.example/'])
    await frame.evaluate((to) => void (location.href = to), url).catch(() => undefined);
  await parley.askAndHear('Are you still there?');
  const asked = openai.requests.slice(before).map(({ path }) => path);
  expect(asked).not.toContain('/left');
  expect(
    parley.page
      .frames()
      .map((each) => each.url())
      .filter((url) => /evil|index\.html(\?|$)/.test(url)),
  ).toHaveLength(1);
});

test('no other page than the one that draws can be put into a frame', async ({ start }) => {
  const parley = await start();
  const shown = await parley.page.evaluate(async () => {
    const add = (src: string) => {
      const frame = Object.assign(document.createElement('iframe'), { src });
      document.body.append(frame);
      return frame;
    };
    const ours = add('/index.html');
    const drawing = add('/diagram/frame.html'); // asked for later, so that the first is decided when it is there
    await new Promise((done) => (drawing.onload = done));
    return [ours, drawing].map(
      ({ contentDocument }) => contentDocument?.location.href ?? 'of another origin',
    );
  });
  expect(shown).toEqual(['about:blank', 'of another origin']);
});

test('a diagram without end is given up, and the window goes on', async ({ openai, start }) => {
  test.slow(); // it waits for the limit
  const parley = await start();
  await parley.connect(openai.address);
  openai.script({ words: [fence(FLOW)] });
  await parley.askAndHear('Draw it');
  await expect(parley.lastMessage.getByRole('img')).toBeVisible({ timeout: 15_000 });
  // Whatever keeps it busy, the frame has a process of its own.
  void parley.page
    .frames()[1]
    ?.evaluate('for (;;);')
    .catch(() => undefined);
  openai.script({ words: [fence(`${FLOW}\n  C --> A`)] });
  await parley.askAndHear('Draw another');
  await expect(parley.lastMessage.getByRole('note')).toContainText('takes too long', { timeout: 15_000 });
  openai.script({ words: [fence(`${FLOW}\n  B --> A`)] });
  await parley.askAndHear('Draw one more');
  await expect(parley.lastMessage.getByRole('img')).toBeVisible({ timeout: 15_000 });
});

test('code is coloured by a worker from the bundle, and no other worker is let in', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  const { refused } = watch(parley);
  openai.script({ words: ['```js\nconst answer = 42; // so\n```\n'] });
  await parley.askAndHear('Write code');
  await expect(parley.lastMessage.locator('.keyword').first()).toHaveText('const');
  expect(refused).toEqual([]);
  const other = await parley.page.evaluate(() => {
    try {
      new Worker(URL.createObjectURL(new Blob(['1'])));
      return 'accepted';
    } catch {
      return 'refused';
    }
  });
  expect(other).toBe('refused');
});
