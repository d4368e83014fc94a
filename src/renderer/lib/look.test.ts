import { afterEach, expect, test } from 'vitest';
import { usualSettings } from '../../shared/settings';
import { applyLook, isStill } from './look';
import '../styles/tokens.css';
import '../styles/base.css';

const root = document.documentElement;
const token = (name: string) => getComputedStyle(root).getPropertyValue(name).trim();

afterEach(() => applyLook(usualSettings, null, root));

test('a compact window has lower rows, and one of usual density those of before', () => {
  applyLook({ ...usualSettings, density: 'compact' }, null, root);
  expect(token('--row')).toBe('1.75rem');
  applyLook(usualSettings, null, root);
  expect(token('--row')).toBe('2rem');
});

test('more contrast makes second words as strong as first ones', () => {
  expect(token('--text-2')).not.toBe(token('--text'));
  applyLook({ ...usualSettings, contrast: 'more' }, null, root);
  expect(token('--text-2')).toBe(token('--text'));
});

test('reduced motion stops what runs', () => {
  const moving = document.createElement('div');
  document.body.append(moving);
  moving.style.setProperty('transition-property', 'translate');
  moving.style.setProperty('scroll-behavior', 'smooth');
  expect(isStill()).toBe(false);
  expect(getComputedStyle(moving).scrollBehavior).toBe('smooth');
  applyLook({ ...usualSettings, motion: 'reduce' }, null, root);
  expect(isStill()).toBe(true);
  moving.removeAttribute('style');
  expect(getComputedStyle(moving).transitionProperty).toBe('opacity');
  moving.remove();
});

test('the colour of the system is taken where it can be read, and Parley’s comes back', () => {
  const shown = () => getComputedStyle(root).accentColor;
  root.style.setProperty('accent-color', 'var(--accent)');
  root.style.setProperty('color-scheme', 'dark');
  const own = shown();
  applyLook({ ...usualSettings, accent: 'system' }, '#0078d4', root);
  expect(shown()).toBe('rgb(0, 120, 212)');
  applyLook({ ...usualSettings, accent: 'system' }, '#744da9', root); // too dark for the dark ground
  expect(shown()).toBe(own);
  applyLook(usualSettings, '#0078d4', root);
  expect(shown()).toBe(own);
  root.removeAttribute('style');
});
