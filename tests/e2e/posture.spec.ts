/** The window shows what came with the app and nothing else: checked from inside the page. */
import { expect, test } from './parley.ts';

test('the page reaches no network, no markup from strings, and no Node', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  const found = await parley.page.evaluate(async (address) => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const settled = (start: (done: () => void) => void) => new Promise<void>((done) => start(done));
    await fetch(address).catch(() => undefined);
    await settled((done) => {
      try {
        new WebSocket(address.replace('http', 'ws')).onerror = () => done();
      } catch {
        done();
      }
    });
    await settled((done) =>
      Object.assign(new Image(), { onerror: done, onload: done, src: `${address}/x.png` }),
    );
    await settled((done) => {
      const frame = Object.assign(document.createElement('iframe'), { onload: done, src: address });
      document.body.append(frame);
    });
    let markup = 'accepted';
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
    } catch {
      markup = 'refused';
    }
    const globals = ['require', 'process', 'module', 'electron'].filter((name) => name in window);
    return {
      refused: [...new Set(refused)].sort(),
      markup,
      globals,
      bridge: Object.keys((window as any).bridge),
    };
  }, openai.address);
  expect(found.refused).toEqual(['connect-src', 'frame-src', 'img-src']);
  expect(found.markup).toBe('refused');
  expect(found.globals).toEqual([]);
  expect(found.bridge.toSorted()).toEqual(['call', 'onEvent']);
  // Main asks through the SDK; whatever else came would be from the page.
  const agents = openai.requests.map(({ headers }) => headers['user-agent']);
  expect(agents.filter((agent) => !agent?.startsWith('OpenAI/JS'))).toEqual([]);
});

test('the page may copy, and nothing else is granted to it', async ({ start }) => {
  const parley = await start();
  const states = await parley.page.evaluate(async () => {
    const names = [
      'camera',
      'microphone',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'clipboard-write',
    ];
    const found = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state];
    });
    return Object.fromEntries(await Promise.all(found));
  });
  expect(states).toEqual({
    camera: 'denied',
    microphone: 'denied',
    geolocation: 'denied',
    notifications: 'denied',
    midi: 'denied',
    'clipboard-read': 'denied',
    'clipboard-write': 'granted',
  });
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

test('the Help menu explains tokens and leads to OpenAI’s pages for keys, billing, usage and prices', async ({
  start,
}) => {
  const parley = await start();
  const labels = await parley.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.find((item) => item.role === 'help')
      ?.submenu?.items.filter((item) => item.type !== 'separator')
      .map((item) => item.label),
  );
  expect(labels).toEqual([
    ...['Keyboard Shortcuts', 'What Is a Token?', 'API Keys', 'Billing', 'Usage', 'Pricing', 'Limits'],
    ...['OpenAI Status', 'About Parley'],
  ]);
});
