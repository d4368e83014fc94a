import type { Platform } from '../../shared/keys';

const PLATFORMS: Readonly<Record<string, Platform>> = { darwin: 'mac', win32: 'windows' };

export const platform: Platform = PLATFORMS[process.platform] ?? 'linux';
