/** `docs/accessibility.md` names a test for each promise; a name that is no longer there proves nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const rows = read('docs/accessibility.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (What|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const proofs = rows.map(([, what = '', proof = '']) => {
  const [, path = '', name = ''] = /^`([^`]+)` (.+)$/.exec(proof) ?? [];
  return [what, path, name] as const;
});

/** The names of a file's tests; where a name has a part that is filled in, it may have any there. */
function namesIn(path: string): readonly RegExp[] {
  const names = read(path).matchAll(/\(\s*(['"`])((?:\\.|(?!\1).)+)\1,/g);
  return [...names].map(([, , name = '']) => {
    const parts = name.replaceAll(/\\(.)/g, '$1').split(/\$\{[^}]*\}/);
    return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
  });
}

test('every row names a test', () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(proofs.filter(([, path, name]) => path === '' || name === '')).toEqual([]);
});

test.each(proofs)('%s: %s has the test “%s”', (_, path, name) => {
  expect(existsSync(new URL(path, root))).toBe(true);
  expect(namesIn(path).some((known) => known.test(name))).toBe(true);
});
