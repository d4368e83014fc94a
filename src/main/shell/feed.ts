import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How the app stands on this machine, as far as it decides whether it can renew itself. */
export interface Installed {
  readonly packaged: boolean;
  /** The folder of the app's resources. */
  readonly resources: string;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where new versions are looked for; null where the build was not told, or what it made cannot be replaced. */
export function feedOf({ packaged, resources, platform, environment }: Installed): string | null {
  if (!packaged) return null;
  const file = join(resources, 'app-update.yml');
  if (!existsSync(file)) return null;
  if (environment['PORTABLE_EXECUTABLE_DIR'] !== undefined || environment['SNAP'] !== undefined) return null;
  const [, address = ''] = /^url:\s*['"]?([^\s'"]+)/m.exec(readFileSync(file, 'utf8')) ?? [];
  const replaceable = platform !== 'linux' || environment['APPIMAGE'] !== undefined || isPackage(resources);
  return replaceable && isSafe(address) ? address : null;
}

/** A package of the system, which asks for a password when it is replaced. */
export function isPackage(resources: string): boolean {
  const file = join(resources, 'package-type');
  return existsSync(file) && /^(deb|rpm)$/.test(readFileSync(file, 'utf8').trim());
}

export function isSafe(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
