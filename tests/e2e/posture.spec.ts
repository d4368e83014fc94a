/** The window shows what came with the app and nothing else: checked from inside the page. */
import { expect, test } from './parley.ts';

test('the page reaches no network, no markup from strings, and no Node', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  const before = openai.requests.length;
  // Runs as the page's own code: what DevTools evaluates would pass by the policy.
  const found = await parley.page.evaluate(async (address) => {
    const tried: Record<string, string> = {};
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const attempt = async (name: string, work: () => unknown) => {
      tried[name] = await Promise.resolve()
        .then(work)
        .then(
          () => 'went through',
          () => 'refused',
        );
    };
    await attempt('fetch', () => fetch(address));
    await attempt(
      'socket',
      () =>
        new Promise((open, fail) => {
          const socket = new WebSocket('ws://127.0.0.1:9');
          socket.onopen = open;
          socket.onerror = fail;
        }),
    );
    await attempt(
      'image',
      () =>
        new Promise((load, fail) => {
          const image = new Image();
          image.onload = load;
          image.onerror = fail;
          image.src = address;
        }),
    );
    await attempt('markup', () => {
      document.createElement('div').innerHTML = '<b>x</b>';
    });
    await attempt(
      'frame',
      () =>
        new Promise((load, fail) => {
          const frame = document.createElement('iframe');
          frame.onload = () => (frame.contentDocument === null ? fail(new Error('blocked')) : load(null));
          frame.src = address;
          document.body.append(frame);
        }),
    );
    await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
    await attempt(
      'place',
      () => new Promise((found, fail) => navigator.geolocation.getCurrentPosition(found, fail)),
    );
    const globals = ['require', 'process', 'module', 'electron'].filter((name) => name in window);
    return { tried, globals, bridge: Object.keys((window as any).bridge) };
  }, openai.address);
  expect(found.tried).toEqual({
    fetch: 'refused',
    socket: 'refused',
    image: 'refused',
    markup: 'refused',
    frame: 'refused',
    camera: 'refused',
    place: 'refused',
  });
  expect(found.globals).toEqual([]);
  expect(found.bridge.toSorted()).toEqual(['call', 'onEvent']);
  expect(openai.requests).toHaveLength(before);
});

test('links open in the system’s browser, and the window stays where it is', async ({ start }) => {
  const parley = await start();
  await parley.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const opened = () => parley.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await parley.page.getByRole('link', { name: /Get a key/ }).click();
  await expect.poll(opened).toEqual(['https://platform.openai.com/api-keys']);

  const tried = [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'https://me:secret@evil.example/',
    'https://example.org/last',
  ];
  for (const url of tried) {
    await parley.page.evaluate((href) => {
      document.querySelector('#tried')?.remove();
      document.body.prepend(
        Object.assign(document.createElement('a'), {
          id: 'tried',
          href,
          target: '_blank',
          textContent: 'tried',
        }),
      );
    }, url);
    await parley.page.locator('#tried').click();
  }
  await parley.page.evaluate(() => (location.href = 'https://evil.example/'));
  await expect.poll(opened).toContain('https://example.org/last');
  expect(await opened()).toEqual(['https://platform.openai.com/api-keys', 'https://example.org/last']);
  await expect(parley.page.getByLabel('OpenAI API key', { exact: true })).toBeVisible();
  expect(parley.app.windows()).toHaveLength(1);
});

test('the Help menu leads to OpenAI’s pages for keys, billing, usage and prices', async ({ start }) => {
  const parley = await start();
  const labels = await parley.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.find((item) => item.role === 'help')
      ?.submenu?.items.filter((item) => item.type !== 'separator')
      .map((item) => item.label),
  );
  expect(labels).toEqual(['API Keys', 'Billing', 'Usage', 'Pricing', 'OpenAI Status']);
});
