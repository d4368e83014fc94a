import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startOpenAiServer, type OpenAiServer } from '../../../tests/fakes/openai-server.ts';
import type { Outline } from './chat-model';
import { requestCode } from './request-code';

const KEY = 'sk-proj-abcdefghijklmnop';
const run = promisify(execFile);
const outline: Outline = {
  path: '/responses',
  body: {
    model: 'gpt-6.2-sol',
    instructions: `Say "it's" and \\n as they are: $HOME \`ls\` 😀 \u2028`,
    input: [{ role: 'user', content: `Why isn't the sky 'green'?\nTell me.` }],
    stream: true,
    store: false,
    reasoning: { summary: 'auto' },
    include: ['reasoning.encrypted_content'],
  },
};

let server: OpenAiServer;
let folder: string;
beforeEach(async () => {
  server = await startOpenAiServer({ key: KEY });
  // Inside the project, so that the program finds the library; what git does not see.
  const results = join(import.meta.dirname, '../../../test-results');
  mkdirSync(results, { recursive: true });
  folder = mkdtempSync(join(results, 'code-'));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const where = () => ({ address: server.address, organization: 'org-1', project: null });
const writeCode = (asked: Outline) => {
  const file = join(folder, 'ask.sh');
  writeFileSync(file, requestCode('curl', where(), asked));
  return file;
};
const env = { ...process.env, OPENAI_API_KEY: KEY };

test('the curl command asks what the app would ask, to the letter', async () => {
  const code = requestCode('curl', where(), outline);
  const { stdout } = await run('bash', ['-c', code], { env });
  expect(stdout).toContain('response.completed');
  expect(server.questions).toEqual([outline.body]);
  expect(server.requests[0]?.headers['openai-organization']).toBe('org-1');
});

test('a long conversation is no longer than a command may be', async () => {
  const input = [{ role: 'user', content: 'Sky. '.repeat(100_000) }];
  const body = { ...outline.body, input };
  server.script({ words: ['Yes.'] });
  await run('bash', [writeCode({ ...outline, body })], { env, maxBuffer: 1e8 });
  expect(server.questions).toEqual([body]);
});

test('the TypeScript program does, too', async () => {
  const file = join(folder, 'ask.ts');
  writeFileSync(file, requestCode('typescript', where(), outline));
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  expect(server.questions).toEqual([outline.body]);
});

test('the Python program is Python, with the same values', async () => {
  const code = requestCode('python', where(), outline);
  // What stands in for the library prints what it is asked with.
  const library = [
    'import json, sys, types',
    'class Any:',
    '    def __init__(self, **options): self.responses = self; self.options = options',
    '    def create(self, **body): print(json.dumps([self.options, body])); return []',
    "sys.modules['openai'] = types.SimpleNamespace(OpenAI=Any)",
  ].join('\n');
  const { stdout } = await run('python3', ['-c', `${library}\n${code}`], { env });
  expect(JSON.parse(stdout)).toEqual([{ base_url: server.address, organization: 'org-1' }, outline.body]);
});

test.each(['curl', 'python', 'typescript'] as const)('no key stands in %s', (language) => {
  const code = requestCode(language, where(), outline);
  expect(code).not.toContain(KEY);
  expect(code).toContain('OPENAI_API_KEY');
});

test('at OpenAI’s own address the libraries need no address', () => {
  const at = { address: 'https://api.openai.com/v1', organization: null, project: null };
  expect(requestCode('python', at, outline)).toContain('client = OpenAI()');
  expect(requestCode('typescript', at, outline)).toContain('new OpenAI();');
});

test('Chat Completions are asked for as such', () => {
  const chat: Outline = { path: '/chat/completions', body: { model: 'llama3', messages: [] } };
  expect(requestCode('python', where(), chat)).toContain('client.chat.completions.create(');
  expect(requestCode('curl', where(), chat)).toContain('/v1/chat/completions');
});
