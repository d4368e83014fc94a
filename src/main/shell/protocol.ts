import { app, protocol, type WebFrameMain } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentSecurityPolicy, diagramPolicy } from './content-security-policy';

export const SCHEME = 'app';
const BUNDLE = `${SCHEME}://parley`;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The page's origin: the bundle, or electron-vite's server while developing. */
export const pageOrigin = (!app.isPackaged && process.env['ELECTRON_RENDERER_URL']) || BUNDLE;

/** The only page that a frame of ours may show: it draws diagrams. */
export const diagramPage = `${pageOrigin}/diagram/frame.html`;

/** Before the app is ready: makes `app:` a scheme like `https:`, with an origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of the window and nothing else of the disk. */
export function serveBundle(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    const type = TYPES[extname(path)];
    if (`${SCHEME}://${host}` !== BUNDLE || !path.startsWith(folder + sep) || !type) return refused();
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'content-type': type,
          'content-security-policy': policyOf(request.url),
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
    } catch {
      return refused();
    }
  });
}

function policyOf(url: string): string {
  return url === diagramPage ? diagramPolicy : `${contentSecurityPolicy}; frame-ancestors 'none'`;
}

const refused = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });

/** The top frame of our own page. */
export function isOurPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${pageOrigin}/`);
}
