import { app } from 'electron';
import { FeedUpdater } from './feed-updater';
import { feedOf, isPackage, isSafe } from './feed';
import type { Network } from './network';

/** In which electron-updater makes its requests. */
const SESSION = 'electron-updater';

/** Brings new versions from where this one was published; null where it was built, or installed, without that. */
export function createUpdater(network: Pick<Network, 'answer' | 'join'>): FeedUpdater | null {
  const { resourcesPath: resources, platform, env: environment } = process;
  const feed = feedOf({ packaged: app.isPackaged, resources, platform, environment });
  if (feed === null) return null;
  return new FeedUpdater({
    load: async () => {
      await network.join(SESSION);
      return (await import('electron-updater')).autoUpdater;
    },
    login: (asking, give) => network.answer(asking, give),
    feed,
    isSafe,
    wholeApp: environment['APPIMAGE'] ?? null,
    quiet: platform !== 'linux' || !isPackage(resources), // a package asks for a password
    relaunch: (file) => app.relaunch({ execPath: file, args: process.argv.slice(1) }),
    quit: () => app.quit(),
  });
}
