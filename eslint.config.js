import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom: what each room must not reach.
 * A name in `types` may be imported as a type.
 */
const vendors = ['openai', 'openai/*', 'keytar', 'better-sqlite3-multiple-ciphers'];
const outside = ['**/main/**', '**/preload/**', 'electron', 'electron/*', 'node:*', ...vendors];
const rooms = {
  'src/shared': { never: [...outside, '**/renderer/**', 'svelte', 'svelte/*'] },
  'src/preload': { never: ['zod', 'node:*', '**/main/**', '**/renderer/**', ...vendors] },
  'src/main/shell': {
    never: [...vendors, '**/services/**', '**/storage/**', '**/openai/**', '**/keychain/**', '**/renderer/**'],
    types: ['**/ipc/**'],
  },
  'src/main/ipc': {
    never: ['electron', ...vendors, '**/shell/**', '**/storage/**', '**/openai/**', '**/keychain/**', '**/renderer/**'],
    types: ['**/app'],
  },
  'src/main/services': {
    never: ['electron', ...vendors, '**/shell/**', '**/ipc/**', '**/openai/**', '**/keychain/**', '**/renderer/**'],
  },
  'src/main/storage': {
    never: ['electron', 'openai', 'openai/*', 'keytar', '**/renderer/**'],
    only: ['**/shell/**', '**/ipc/**', '**/services/**', '**/openai/**', '**/keychain/**'],
    vendor: 'better-sqlite3-multiple-ciphers',
    door: 'src/main/storage/database.ts',
  },
  'src/main/openai': {
    never: ['electron', 'keytar', 'better-sqlite3-multiple-ciphers', '**/renderer/**'],
    only: ['**/shell/**', '**/ipc/**', '**/storage/**', '**/keychain/**'],
    types: ['**/services/**'],
  },
  'src/main/keychain': {
    never: ['electron', 'openai', 'openai/*', 'better-sqlite3-multiple-ciphers', '**/renderer/**'],
    only: ['**/shell/**', '**/ipc/**', '**/storage/**', '**/openai/**'],
    types: ['**/services/**'],
  },
  'src/main/app.ts': { never: ['electron', ...vendors, '**/shell/**', '**/renderer/**'] },
  'src/renderer': { never: outside, types: ['**/shared/contract'] },
  'src/renderer/lib': { never: [...outside, '**/state/**', '**/views/**', '**/components/**', '**/api'] },
  'src/renderer/components': {
    never: [...outside, '**/state/**', '**/views/**', '**/api'],
    types: ['**/shared/contract', '**/shared/model'],
  },
  'src/renderer/state': {
    never: [...outside, '**/views/**', '**/components/**'],
    types: ['**/shared/contract', '**/api'],
  },
  'src/renderer/views': { never: [...outside, '**/api', '**/shared/bridge'], types: ['**/shared/contract'] },
};

const message = 'Not from this room; see README, “Rooms”.';
const roomRules = Object.entries(rooms).flatMap(([room, { never, only = [], types = [], vendor, door }]) => {
  const rules = (also) => ({
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: [...never, ...only, ...also], message },
          ...types.map((group) => ({ group: [group], allowTypeImports: true, message: `${message} Types only.` })),
        ],
      },
    ],
  });
  const files = room.endsWith('.ts') ? [room] : [`${room}/**`];
  const inRoom = { files, ignores: ['**/*.test.ts'], rules: rules(vendor ? [vendor] : []) };
  return door ? [inRoom, { files: [door], rules: rules([]) }] : [inRoom];
});

export default ts.config(
  { ignores: ['out', 'dist', 'node_modules', 'coverage', 'test-results', 'tests/standin/fixture'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-invalid-void-type': 'off', // `returns<void>()` in the contract
      '@typescript-eslint/no-confusing-void-expression': 'off', // `() => chat.stop()` in markup
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  // typescript-eslint sees components as `any`; svelte-check types them.
  {
    files: ['**/*.svelte'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((kind) => [
        `@typescript-eslint/no-unsafe-${kind}`,
        'off',
      ]),
    ),
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
  // The stand-in speaks DevTools' untyped protocol, and specs run code in pages.
  {
    files: ['tests/**', 'bench/**', 'scripts/**', '**/*.test.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      ...Object.fromEntries(
        [
          'no-explicit-any',
          'no-non-null-assertion',
          'no-unsafe-argument',
          'no-unsafe-assignment',
          'no-unsafe-call',
          'no-unsafe-member-access',
          'no-unsafe-return',
          'require-await',
          'restrict-template-expressions',
        ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
      ),
    },
  },
  ...roomRules,
);
