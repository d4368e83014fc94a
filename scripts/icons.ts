/**
 * Draws the icons of every system from `build/icon.svg` and `build/tray.svg`, in the Chromium that the tests use:
 * `npm run icons`. What it makes is committed; a test draws it again and compares.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../tests/standin/chromium.ts';
import { icnsFile, icoFile } from './icon-files.ts';

const root = join(import.meta.dirname, '..');

/** Where Linux looks for an app's picture, and what NSIS and the Finder show. */
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
const MAC = [16, 32, 64, 128, 256, 512, 1024];

/** The share of the square that Apple's grid leaves to a picture. */
const MAC_SHARE = 824 / 1024;

/** Every icon by its place in the project. */
export async function drawIcons(): Promise<ReadonlyMap<string, Buffer>> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    const page = await browser.newPage();
    const whole = (size: number) => draw(page, 'icon', size);
    const padded = (size: number) => draw(page, 'icon', size, MAC_SHARE);
    const files = new Map<string, Buffer>();
    for (const size of LINUX) files.set(`build/icons/${size}x${size}.png`, await whole(size));
    files.set('build/icon.ico', icoFile(await each(WINDOWS, whole)));
    files.set('build/icon.icns', icnsFile(await each(MAC, padded)));
    // In a menu bar: one colour, which the system turns to fit. `@2x` is for dense screens.
    files.set('build/trayTemplate.png', await draw(page, 'tray', 16));
    files.set('build/trayTemplate@2x.png', await draw(page, 'tray', 32));
    return files;
  } finally {
    await browser.close();
  }
}

async function each(sizes: readonly number[], drawn: (size: number) => Promise<Buffer>) {
  const pictures: { size: number; png: Buffer }[] = [];
  for (const size of sizes) pictures.push({ size, png: await drawn(size) });
  return pictures;
}

/** `share` of the square is drawn on; the rest of it stays clear around. */
async function draw(page: Page, name: string, size: number, share = 1): Promise<Buffer> {
  const svg = readFileSync(join(root, `build/${name}.svg`)).toString('base64');
  await page.setViewportSize({ width: size, height: size });
  const style = `position: fixed; inset: 0; margin: auto; width: ${share * 100}%; height: ${share * 100}%`;
  await page.setContent(`<img style="${style}" src="data:image/svg+xml;base64,${svg}">`);
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  return page.screenshot({ omitBackground: true });
}

if (import.meta.main) {
  for (const [path, bytes] of await drawIcons()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
    console.log(`${path}  ${bytes.length} bytes`);
  }
}
