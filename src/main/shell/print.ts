import { BrowserWindow, session } from 'electron';
import { readFile } from 'node:fs/promises';
import { SCHEME } from './protocol';

const PAGE = `${SCHEME}://print/page.html`;

/**
 * A page that main has written, as a PDF. It is printed in a window that nobody sees, without a script or a preload,
 * in a session of its own that knows this page and nothing else. One at a time.
 */
export async function printPdf(file: string): Promise<Uint8Array> {
  const page = await readFile(file);
  const own = session.fromPartition('print');
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== PAGE && !url.startsWith('data:') }),
  );
  own.protocol.handle(SCHEME, () => new Response(new Uint8Array(page), { headers }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(PAGE);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

/** Beside what the page asks for itself. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  'x-content-type-options': 'nosniff',
};
