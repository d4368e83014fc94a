import type { Parameter, StepPart, Tool } from '../../shared/parts';

/** What a step is called while it runs, when it is done, and when it failed. */
const words: Record<Tool, readonly [running: string, done: string, failed: string]> = {
  'web-search': ['Searching the web', 'Searched the web', 'The web search failed'],
  'file-search': ['Searching files', 'Searched files', 'The file search failed'],
  code: ['Running code', 'Ran code', 'The code failed'],
  image: ['Drawing a picture', 'Drew a picture', 'The picture could not be drawn'],
  mcp: ['Using', 'Used', 'Could not use'],
  function: ['Calling', 'Called', 'Could not call'],
  other: ['Working:', 'Done:', 'Failed:'],
};

/** A step in one line: “Searched the web · 6 sources”. */
export function stepWords({ tool, name, state, sources }: StepPart): string {
  const [running, done, failed] = words[tool];
  const verb = { running: `${running}${name === null ? '…' : ''}`, done, failed }[state];
  const what = name === null ? verb : `${verb} ${name}`;
  if (sources.length === 0) return what;
  return `${what} · ${sources.length === 1 ? '1 source' : `${sources.length} sources`}`;
}

const parameters: Record<Parameter, string> = {
  'reasoning.effort': 'thinking effort',
  'reasoning.summary': 'summary of its thoughts',
  'text.verbosity': 'answer length',
  include: 'sealed copy of its thoughts',
  prompt_cache_key: 'cache key',
  stream_options: 'options for streaming',
  stream: 'streaming',
  instructions: 'instructions',
  max_output_tokens: 'limit on its length',
  'input.reasoning': 'thoughts that were sealed for another account',
};

/** That a model was asked without something it refuses. */
export function leftOutWords(parameter: Parameter, model: string): string {
  return `${model} does not take the ${parameters[parameter]}, so it was asked without.`;
}
