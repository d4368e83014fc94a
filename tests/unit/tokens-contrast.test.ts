/** Every colour that words or signs have is told apart from its ground, in light, in dark, and with more contrast. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '../../src/shared/contrast.ts';

const css = readFileSync(new URL('../../src/renderer/styles/tokens.css', import.meta.url), 'utf8');

/** Of every block with this selector. */
function declarations(selector: string): Map<string, string> {
  const found = css.split('}').flatMap((block) => {
    const [head = '', body = ''] = block.split(/\{(?=[^{]*$)/);
    return head.trim().endsWith(selector) ? [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)] : [];
  });
  return new Map(found.map(([, name = '', value = '']) => [name, value.trim()]));
}

const [plain] = css.split('@media (prefers-contrast: more)');
const usual = new Map(
  [...(plain ?? '').matchAll(/(--[\w-]+):\s*(light-dark\([^)]*\)|var\([^)]*\));/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
);
const more = declarations(":root[data-contrast='more']");

type Theme = 'light' | 'dark';

function colour(name: string, theme: Theme, stronger: boolean): string {
  const value = (stronger ? more.get(name) : undefined) ?? usual.get(name) ?? '';
  const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  // What a stronger token points to may itself be stronger: `--border-control` is `--text-2`, which is `--text`.
  if (other !== undefined) return colour(other, theme, stronger);
  const [light = '', dark = ''] = value.match(/#[0-9a-f]{6}/g) ?? [];
  return theme === 'light' ? light : dark;
}

const WORDS = 4.5;
const SIGNS = 3;
const grounds = ['--bg', '--sidebar', '--surface-1', '--surface-2', '--surface-3'];
const syntax = ['keyword', 'string', 'function', 'constant', 'comment', 'tag'];
const pairs: readonly (readonly [name: string, on: string, least: number])[] = [
  ...grounds.flatMap((ground) => [
    ['--text', ground, 7] as const,
    ['--text-2', ground, WORDS] as const,
    ['--text-3', ground, WORDS] as const,
  ]),
  ['--text', '--accent-soft', 7],
  ['--text-2', '--accent-soft', WORDS],
  ['--link', '--bg', WORDS],
  ['--link', '--surface-1', WORDS],
  ['--on-accent', '--accent', WORDS],
  ['--on-accent', '--accent-hover', WORDS],
  ['--accent', '--bg', SIGNS],
  ['--accent', '--sidebar', SIGNS],
  ['--border-control', '--bg', SIGNS],
  ['--border-control', '--surface-1', SIGNS],
  ['--danger', '--bg', WORDS],
  ['--danger', '--danger-soft', WORDS],
  ['--text', '--danger-soft', 7],
  ['--warning', '--bg', WORDS],
  ['--warning', '--warning-soft', WORDS],
  ['--success', '--bg', WORDS],
  ['--on-found-current', '--found-current', WORDS],
  ['--text', '--found', 7],
  ...syntax.map((name) => [`--syntax-${name}`, '--code', 5] as const),
  ...[1, 2, 3, 4, 5, 6].map((number) => [`--chart-${number}`, '--bg', SIGNS] as const),
  ...['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'].flatMap((name) => [
    [`--folder-${name}`, '--sidebar', SIGNS] as const,
    [`--folder-${name}`, '--surface-3', SIGNS] as const,
  ]),
];

for (const theme of ['light', 'dark'] as const)
  for (const stronger of [false, true])
    test(`what is written can be read in ${theme}${stronger ? ', with more contrast' : ''}`, () => {
      const faint = pairs.flatMap(([name, on, least]) => {
        const ratio = contrast(colour(name, theme, stronger), colour(on, theme, stronger));
        return ratio >= least ? [] : [`${name} on ${on}: ${ratio.toFixed(2)} < ${least}`];
      });
      expect(faint).toEqual([]);
    });

test('with more contrast borders are as strong as words must be, and no words are pale', () => {
  for (const theme of ['light', 'dark'] as const) {
    expect(contrast(colour('--border', theme, true), colour('--bg', theme, true))).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(colour('--text-2', theme, true)).toBe(colour('--text', theme, true));
    expect(contrast(colour('--text-3', theme, true), colour('--bg', theme, true))).toBeGreaterThanOrEqual(7);
  }
});

test.each([
  ['contrast', '(prefers-contrast: more)', ":root[data-contrast='more']"],
  ['motion', '(prefers-reduced-motion: reduce)', ":root[data-motion='reduce']"],
])('%s is the same by the system and by the setting', (_, query, selector) => {
  const media = new RegExp(`@media ${query.replace(/[()]/g, '\\$&')} \\{\\s*:root \\{([^}]*)\\}`).exec(
    css,
  )?.[1];
  const system = new Map(
    [...(media ?? '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
  expect(system.size).toBeGreaterThan(2);
  expect(declarations(selector)).toEqual(system);
});
