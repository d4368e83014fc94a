import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { wordsInCatalogue } from './scripts/words-rule.js';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom: the packages and rooms that each room must not reach.
 * What stands in `types` may be imported as a type; `door` is the one file that may import `vendor`.
 *
 * @typedef {{ never: string[], types?: string[], vendor?: string, door?: string }} Room
 */
const vendors = ['openai', 'keytar', 'better-sqlite3-multiple-ciphers', 'gpt-tokenizer'];
const notInTheWindow = ['electron', 'node:', ...vendors, 'main/', 'preload/'];
/** @type {Record<string, Room>} */
const rooms = {
  'src/shared': { never: [...notInTheWindow, 'renderer/', 'svelte'] },
  'src/preload': { never: ['zod', 'node:', ...vendors, 'main/', 'renderer/'] },
  'src/main/shell': {
    never: [...vendors, 'services/', 'storage/', 'openai/', 'keychain/', 'tokenizer/', 'jobs/', 'renderer/'],
    types: ['ipc/'],
  },
  'src/main/ipc': {
    never: [
      'electron',
      ...vendors,
      'shell/',
      'services/',
      'storage/',
      'openai/',
      'keychain/',
      'tokenizer/',
      'jobs/',
      'renderer/',
    ],
    types: ['app'],
  },
  'src/main/services': {
    never: [
      'electron',
      ...vendors,
      'shell/',
      'ipc/',
      'openai/',
      'keychain/',
      'tokenizer/',
      'jobs/',
      'renderer/',
    ],
  },
  'src/main/storage': {
    never: [
      'electron',
      'openai',
      'keytar',
      'gpt-tokenizer',
      'shell/',
      'ipc/',
      'services/',
      'openai/',
      'keychain/',
      'tokenizer/',
      'jobs/',
      'renderer/',
    ],
    vendor: 'better-sqlite3-multiple-ciphers',
    door: 'src/main/storage/database.ts',
  },
  'src/main/openai': {
    never: [
      'electron',
      'keytar',
      'better-sqlite3-multiple-ciphers',
      'gpt-tokenizer',
      'shell/',
      'ipc/',
      'storage/',
      'keychain/',
      'tokenizer/',
      'jobs/',
      'renderer/',
    ],
    types: ['services/'],
  },
  'src/main/keychain': {
    never: [
      'electron',
      'openai',
      'better-sqlite3-multiple-ciphers',
      'gpt-tokenizer',
      'shell/',
      'ipc/',
      'storage/',
      'openai/',
      'tokenizer/',
      'jobs/',
      'renderer/',
    ],
    types: ['services/'],
  },
  'src/main/tokenizer': {
    never: [
      'electron',
      'openai',
      'keytar',
      'better-sqlite3-multiple-ciphers',
      'shell/',
      'ipc/',
      'storage/',
      'openai/',
      'keychain/',
      'renderer/',
    ],
    types: ['services/'],
    vendor: 'gpt-tokenizer',
    door: 'src/main/tokenizer/worker.ts',
  },
  'src/main/jobs': {
    never: ['electron', ...vendors, 'shell/', 'ipc/', 'openai/', 'keychain/', 'tokenizer/', 'renderer/'],
    types: ['services/jobs'],
  },
  'src/main/app.ts': { never: ['electron', ...vendors, 'shell/', 'ipc/', 'renderer/'] },
  'src/renderer': { never: notInTheWindow, types: ['shared/contract'] },
  'src/renderer/lib': {
    never: [...notInTheWindow, 'state/', 'views/', 'components/', 'api'],
    types: ['shared/contract'],
  },
  'src/renderer/markdown': {
    never: [
      ...notInTheWindow,
      ...['state/', 'views/', 'api'],
      ...['chat/', 'library/', 'models/', 'money/', 'settings/'].map((room) => `components/${room}`),
    ],
  },
  'src/renderer/components': {
    never: [...notInTheWindow, 'state/', 'views/', 'api'],
    types: ['shared/contract', 'shared/model'],
  },
  'src/renderer/state': {
    never: [...notInTheWindow, 'views/', 'components/'],
    types: ['shared/contract', 'api'],
  },
  'src/renderer/views': { never: [...notInTheWindow, 'api', 'shared/bridge'], types: ['shared/contract'] },
};

/**
 * `openai` is the package, `openai/` the room.
 *
 * @param {string} name
 */
function pattern(name) {
  if (name === 'node:') return '^node:';
  if (name.endsWith('/')) return `^\\.{1,2}/(.*/)?${name}`;
  if (name.includes('/') || ['app', 'api'].includes(name)) return `^\\.{1,2}/(.*/)?${name}$`;
  return `^${name}(/|$)`;
}

const roomRules = Object.entries(rooms).flatMap(([room, { never, types = [], vendor, door }]) => {
  /**
   * @param {string[]} closed
   * @returns {import('eslint').Linter.RulesRecord}
   */
  const rules = (closed) => ({
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...closed.map((name) => ({
            regex: pattern(name),
            message: 'Not from this room; see README, “Rooms”.',
          })),
          ...types.map((name) => ({
            regex: pattern(name),
            allowTypeImports: true,
            message: 'Only types from this room; see README, “Rooms”.',
          })),
        ],
      },
    ],
  });
  const files = room.endsWith('.ts') ? [room] : [`${room}/**`];
  const inRoom = { files, ignores: ['**/*.test.ts'], rules: rules(vendor ? [...never, vendor] : never) };
  return door ? [inRoom, { files: [door], rules: rules(never) }] : [inRoom];
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
  // Electron declares its classes so that this rule takes their own instances for others.
  {
    files: ['src/main/shell/**'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
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
  {
    files: [
      'src/renderer/**/*.{ts,svelte}',
      ...['shell', 'services', 'jobs/export'].map((room) => `src/main/${room}/**/*.ts`),
    ],
    ignores: ['**/*.test.ts', '**/test-*.ts', 'src/main/jobs/export/random-library.ts'],
    plugins: { parley: { rules: { 'words-in-catalogue': wordsInCatalogue } } },
    rules: { 'parley/words-in-catalogue': 'error' },
  },
  // A catalogue is as long as there is to say.
  { files: ['src/shared/words/*/*.ts'], rules: { 'max-lines': 'off' } },
  ...roomRules,
);
