/** What a hostile page, link or frame would try. */
export const PAGE = 'app://parley/index.html';

export const permissions = [
  ...['media', 'geolocation', 'notifications', 'midi', 'midiSysex', 'pointerLock', 'fullscreen'],
  ...[
    'openExternal',
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'hid',
    'serial',
    'usb',
  ],
  'one-that-is-not-known-yet',
];

/** Where a page or a frame would go. */
export const pages = [
  'https://evil.example/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'app://evil/index.html',
  'app://parley.evil/index.html',
  'ms-msdt:/id',
  'about:blank#blocked',
];

export const links = {
  refused: [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'file:///etc/passwd',
    'file://server/share',
    'data:text/html,x',
    'blob:https://evil.example/x',
    'ms-msdt:/id',
    'search-ms:query=x',
    'smb://server/share',
    'ftp://server/x',
    'vscode://x',
    'app://parley/index.html',
    'https://me:secret@evil.example/',
    'not a link',
    '',
    `https://example.org/${'x'.repeat(5_000)}`,
  ],
  opened: ['https://example.org/', 'mailto:me@example.org'],
};

/** Frames whose calls must be refused. */
export const foreignFrames = [
  { url: 'https://evil.example/', parent: null },
  { url: 'app://parley.evil/index.html', parent: null },
  { url: 'app://evil/index.html', parent: null },
  { url: 'file:///index.html', parent: null },
  { url: 'about:blank', parent: null },
  { url: PAGE, parent: { url: PAGE } },
  { url: 'app://parley/diagram/frame.html', parent: { url: PAGE } },
];

/** No call takes these; the first is what one takes that needs nothing. */
export const strangeInputs: readonly unknown[] = [
  undefined,
  null,
  7,
  'x',
  [],
  { id: { toString: 'x' } },
  { theme: 'x'.repeat(1_000) },
];

export const traversals = [
  'app://parley/../package.json',
  'app://parley/%2e%2e/%2e%2e/package.json',
  'app://parley/..%2f..%2fpackage.json',
  'app://parley/%2e%2e%2fmain/index.js',
  'app://parley/..%5c..%5cmain%5cindex.js',
  'app://parley/assets/../../main/index.js',
  'app://parley//etc/passwd.html',
  'app://evil/index.html',
  'app://parley/%2e%2e/preload/index.js',
  'app://parley/index.html%00.js',
];
