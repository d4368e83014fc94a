import { app, BrowserWindow, clipboard, Menu, type WebContents } from 'electron';
import { contextTemplate } from './context-template';
import { openLink } from './links';

/**
 * The system's menu on text, links and pictures. Where the page shows a menu of its own, as on the rows of chats, it
 * prevents the event's default, and Chromium does not tell of it here.
 *
 * Spelling is checked on macOS, by the system; elsewhere Chromium would fetch its dictionaries from the network.
 */
export function serveContextMenus(): void {
  app.on('web-contents-created', (_, contents: WebContents) => {
    contents.on('context-menu', (__, place) => {
      const template = contextTemplate(place, {
        mac: process.platform === 'darwin',
        copyLink: (link) => void clipboard.writeText(link),
        openLink,
        copyImage: () => contents.copyImageAt(place.x, place.y),
        replaceWord: (word) => contents.replaceMisspelling(word),
        learnWord: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
        lookUp: () => contents.showDefinitionForSelection(),
      });
      const window = BrowserWindow.fromWebContents(contents);
      if (template.length > 0 && window) Menu.buildFromTemplate(template).popup({ window });
    });
  });
}
