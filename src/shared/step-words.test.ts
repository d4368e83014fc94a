import { expect, test } from 'vitest';
import { parameters, type StepPart } from './parts';
import { leftOutWords, stepWords } from './step-words';

const step: StepPart = {
  ...{ kind: 'step', at: 0, tool: 'web-search', name: null, text: '', state: 'done', sources: [] },
};
const source = { title: 'Optics', url: null };

test.each([
  [{}, 'Searched the web'],
  [{ state: 'running' }, 'Searching the web…'],
  [{ state: 'failed' }, 'The web search failed'],
  [{ sources: [source] }, 'Searched the web · 1 source'],
  [{ sources: [source, source] }, 'Searched the web · 2 sources'],
  [{ tool: 'mcp', name: 'docs: find', state: 'running' }, 'Using docs: find…'],
  [{ tool: 'function' }, 'Called a tool'],
  [{ tool: 'other', name: 'teleport_call', state: 'failed' }, 'Could not run teleport_call'],
] as const)('%j reads “%s”', (change, words) => {
  expect(stepWords({ ...step, ...change })).toBe(words);
});

test.each(parameters)('what was asked without %s is said in one sentence', (parameter) => {
  expect(leftOutWords(parameter, 'GPT-4o')).toMatch(/^GPT-4o .*asked without.*\.$/);
});
