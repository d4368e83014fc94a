import { expect, test } from 'vitest';
import { codeFileName } from './code-file-name';

test.each([
  ['typescript', 'code.ts'],
  ['TypeScript', 'code.ts'],
  ['tsx', 'code.tsx'],
  ['Python', 'code.py'],
  ['c++', 'code.cpp'],
  ['C#', 'code.cs'],
  ['bash', 'code.sh'],
  ['jsonc', 'code.jsonc'],
  ['dockerfile', 'Dockerfile'],
  ['docker', 'Dockerfile'],
  ['make', 'Makefile'],
  ['cmake', 'CMakeLists.txt'],
  ['vb.net', 'code.vb'],
  ['mermaid', 'code.mmd'],
  ['', 'code.txt'],
  ['klingon', 'code.txt'],
  ['constructor', 'code.txt'],
])('code in %j is saved as %s', (language, name) => {
  expect(codeFileName(language)).toBe(name);
});

test.each([
  ['src/app.ts', 'app.ts'],
  ['ts:src/app.ts', 'app.ts'],
  ['main.py', 'main.py'],
  ['C:\\code\\main.rs', 'main.rs'],
  ['../../.bashrc', 'code.txt'],
  ['1.5', 'code.txt'],
])('where the model wrote %s after the fence, it is saved as %s', (language, name) => {
  expect(codeFileName(language)).toBe(name);
});
