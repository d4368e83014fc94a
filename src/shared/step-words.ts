import type { Parameter, StepPart } from './parts';
import { words } from './words';

/** A step in one line: “Searched the web · 6 sources”. */
export function stepWords({ tool, name, state, sources }: StepPart): string {
  const said = words.chat.steps;
  const step = said[tool][state];
  const what =
    typeof step === 'function' ? step(name ?? said.someTool) : name === null ? step : said.named(step, name);
  if (sources.length > 0) return said.withSources(what, sources.length);
  return state === 'running' ? said.goesOn(what) : what;
}

/** That a model was asked without something it refuses. */
export function leftOutWords(parameter: Parameter, model: string): string {
  return words.models.leftOut[parameter](model);
}
