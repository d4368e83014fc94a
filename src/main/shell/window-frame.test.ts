import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Frame, frameOf, groundOf, hasMaterial, overlayOf } from './window-frame';

const plain: Frame = { platform: 'linux', dark: false, material: false, integrated: false };

test('on macOS the lights lie in the page’s bar, over the system’s sidebar ground', () => {
  expect(frameOf({ ...plain, platform: 'mac', material: true })).toEqual({
    backgroundColor: '#00000000',
    titleBarStyle: 'hiddenInset',
    trafficLightPosition: { x: 18, y: 17 },
    titleBarOverlay: { height: 48 },
    vibrancy: 'sidebar',
    visualEffectState: 'followWindow',
  });
});

test('on Windows the buttons lie in the page’s bar in its colours, on mica where there is some', () => {
  const frame = { ...plain, platform: 'windows', dark: true } as const;
  expect(frameOf({ ...frame, material: true })).toEqual({
    backgroundColor: '#00000000',
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: '#191918', symbolColor: '#ecece8', height: 48 },
    backgroundMaterial: 'mica',
  });
  expect(frameOf(frame)).not.toHaveProperty('backgroundMaterial');
  expect(overlayOf({ ...frame, dark: false })).toMatchObject({ color: '#ffffff', symbolColor: '#1b1b19' });
});

test('on Linux the frame is the system’s, unless one wants it integrated', () => {
  expect(frameOf(plain)).toEqual({ backgroundColor: '#ffffff' });
  expect(overlayOf(plain)).toBeNull();
  expect(frameOf({ ...plain, integrated: true })).toEqual({
    backgroundColor: '#ffffff',
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: '#ffffff', symbolColor: '#1b1b19', height: 48 },
  });
});

test.each([
  ['mac', '24.6.0', true],
  ['windows', '10.0.19045', false],
  ['windows', '10.0.22000', false],
  ['windows', '10.0.22621', true],
  ['linux', '6.8.0', false],
] as const)('%s %s has a ground of its own: %s', (platform, release, has) => {
  expect(hasMaterial(platform, release)).toBe(has);
});

test('before its first paint a window has the page’s colours', () => {
  const tokens = readFileSync('src/renderer/styles/tokens.css', 'utf8');
  const [light, dark] = [false, true].map((on) => groundOf({ dark: on, material: false }));
  expect(tokens).toContain(`--bg: light-dark(${light}, ${dark})`);
  const words = [false, true].map((on) => overlayOf({ ...plain, integrated: true, dark: on })?.symbolColor);
  expect(tokens).toContain(`--text: light-dark(${words.join(', ')})`);
});
