import type { Parameter, StepPart, Tool } from './parts';

/** What a step is called while it runs, when it is done, and when it failed. */
const words: Record<Tool, readonly [running: string, done: string, failed: string]> = {
  'web-search': ['Searching the web', 'Searched the web', 'The web search failed'],
  'file-search': ['Searching files', 'Searched files', 'The file search failed'],
  code: ['Running code', 'Ran code', 'The code failed'],
  image: ['Drawing a picture', 'Drew a picture', 'The picture could not be drawn'],
  mcp: ['Using', 'Used', 'Could not use'],
  function: ['Calling', 'Called', 'Could not call'],
  other: ['Running', 'Ran', 'Could not run'],
};

/** A step in one line: “Searched the web · 6 sources”. */
export function stepWords({ tool, name, state, sources }: StepPart): string {
  const [running, done, failed] = words[tool];
  const named = ['mcp', 'function', 'other'].includes(tool) ? (name ?? 'a tool') : name;
  const verb = { running, done, failed }[state];
  const what = named === null ? verb : `${verb} ${named}`;
  if (sources.length > 0)
    return `${what} · ${sources.length === 1 ? '1 source' : `${sources.length} sources`}`;
  return state === 'running' ? `${what}…` : what;
}

/** What a model does not do, and what the request was made without. */
const leftOut: Record<Parameter, string> = {
  'reasoning.effort': 'does not take a thinking effort, so it was asked without one.',
  'reasoning.summary': 'does not sum up its thoughts, so it was asked without that.',
  'text.verbosity': 'does not take an answer length, so it was asked without one.',
  include: 'does not hand out its sealed thoughts, so it was asked without them.',
  prompt_cache_key: 'does not take a cache key, so it was asked without one.',
  stream_options: 'does not count tokens while it writes, so it was asked without that.',
  stream: 'does not write word by word here, so it was asked without, and answers in one piece.',
  instructions: 'does not take instructions, so it was asked without them.',
  max_output_tokens: 'does not take a limit on its length, so it was asked without one.',
  'input.reasoning': 'cannot read thoughts sealed for another account, so it was asked without them.',
};

/** That a model was asked without something it refuses. */
export function leftOutWords(parameter: Parameter, model: string): string {
  return `${model} ${leftOut[parameter]}`;
}
