import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawIcons } from '../../scripts/icons.ts';
import { chromiumFlags, findChromium } from '../standin/chromium.ts';

/** Chromium's versions smooth an edge a little differently; another drawing differs by far more. */
const ALIKE = 2;

let browser: Browser;
let page: Page;
let drawn: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  drawn = await drawIcons();
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  page = await browser.newPage();
}, 60_000);

afterAll(() => browser.close());

const committed = (path: string) => readFileSync(resolve(path));

/** Where the pictures begin in a file of several, and a single one as it is. */
function pictures(file: Buffer): readonly Buffer[] {
  const begins: number[] = [];
  for (
    let at = file.indexOf('\x89PNG', 0, 'latin1');
    at >= 0;
    at = file.indexOf('\x89PNG', at + 4, 'latin1')
  ) {
    begins.push(at);
  }
  return begins.map((at) => file.subarray(at, file.indexOf('IEND', at, 'latin1') + 8));
}

const sizeOf = (png: Buffer) => png.readUInt32BE(16);

/** How far two pictures are from one another in the middle, of 255. */
function distance(one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (sources) => {
      const read = async (source: string) => {
        const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        canvas?.drawImage(bitmap, 0, 0);
        return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
      };
      const [a, b] = await Promise.all(sources.map(read));
      if (!a || !b || a.length !== b.length) return 255;
      return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

test('every committed icon is what its drawing gives', async () => {
  for (const [path, fresh] of drawn) {
    const [kept, wanted] = [pictures(committed(path)), pictures(fresh)];
    expect(kept.map(sizeOf), path).toEqual(wanted.map(sizeOf));
    for (const [index, picture] of wanted.entries()) {
      expect(await distance(kept[index] ?? Buffer.alloc(0), picture), path).toBeLessThan(ALIKE);
    }
  }
});

test('Windows finds seven sizes in its file, each where the directory says', () => {
  const file = committed('build/icon.ico');
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 7]);
  const sizes = Array.from({ length: 7 }, (_, index) => {
    const entry = 6 + 16 * index;
    const [length, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
    const picture = file.subarray(offset, offset + length);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(file.readUInt8(entry)).toBe(sizeOf(picture) % 256);
    return sizeOf(picture);
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test('macOS finds every size in its file, each under the types that ask for it', () => {
  const file = committed('build/icon.icns');
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const types = new Map<string, number>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    types.set(file.toString('latin1', at, at + 4), sizeOf(file.subarray(at + 8)));
  }
  expect(Object.fromEntries(types)).toEqual({
    ...{ icp4: 16, icp5: 32, ic11: 32, icp6: 64, ic12: 64, ic07: 128 },
    ...{ ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 },
  });
});
