/** What a page may use. Chromium does not ask us while a page runs, so the app's handlers are asked before it loads. */
import type { Params } from './cdp.ts';
import { toShown } from './schemes.ts';

type CheckHandler = (contents: any, permission: any, origin: string, details: any) => boolean;
type RequestHandler = (
  contents: any,
  permission: any,
  callback: (granted: boolean) => void,
  details: any,
) => void;

/** Electron's names, and Chromium's for the same. */
const CHROMIUM_NAMES = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  'window-management': ['window-management'],
};

export class Permissions {
  check: CheckHandler | null = null;
  request: RequestHandler | null = null;

  /** Without handlers everything is granted, as in Electron. */
  async #granted(contents: unknown, permission: string, url: string): Promise<boolean> {
    const details = { requestingUrl: url, isMainFrame: true };
    const { check, request } = this;
    if (check && !check(contents, permission, /^[^:]+:\/\/[^/]*/.exec(url)?.[0] ?? '', details)) return false;
    return !request || new Promise((answer) => request(contents, permission, answer, details));
  }

  /** The settings for a page about to be shown, as `Browser.setPermission` takes them. */
  async settings(contents: unknown, url: string): Promise<Params[]> {
    const origin = /^https:\/\/[^/]*/.exec(toShown(url))?.[0];
    const asked = Object.entries(CHROMIUM_NAMES).map(async ([permission, names]) => {
      const setting = (await this.#granted(contents, permission, url)) ? 'granted' : 'denied';
      return names.map((name) => ({ permission: { name }, setting, origin }));
    });
    return (await Promise.all(asked)).flat();
  }
}
