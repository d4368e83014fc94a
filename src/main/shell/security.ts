import { app, type Session, type WebContents } from 'electron';
import { openLink } from './links';
import { diagramPage, isOurPage, pageOrigin } from './protocol';

/** Copying an answer is all that the page asks of the system. */
const GRANTED = 'clipboard-sanitized-write';

/** The page may show itself: no permission, no request, no device beyond that. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === GRANTED && isOurPage(contents.mainFrame)),
  );
  session.setPermissionCheckHandler(
    (contents, permission) => permission === GRANTED && isOurPage(contents?.mainFrame ?? null),
  );
  session.setDevicePermissionHandler(() => false);
  if (!pageOrigin.startsWith('http')) {
    session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isOwnRequest(request.url) }));
  }
}

/** Whatever window there is or will be: it stays on our page, and links go to the system's browser. */
export function lockContents(): void {
  app.on('web-contents-created', (_, contents: WebContents) => {
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url);
      return { action: 'deny' };
    });
    contents.on('will-navigate', (event) => {
      if (event.url !== contents.getURL()) event.preventDefault(); // a page may load itself again
    });
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || event.url !== diagramPage) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

function isOwnRequest(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || /^(data|blob|devtools):/.test(url);
}
