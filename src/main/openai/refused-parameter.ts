import { parameters, type Parameter } from '../../shared/parts';

/** How servers name what a request can do without. */
const NAMES: Readonly<Record<string, Parameter>> = {
  reasoning: 'reasoning.effort',
  reasoning_effort: 'reasoning.effort',
  effort: 'reasoning.effort',
  summary: 'reasoning.summary',
  text: 'text.verbosity',
  verbosity: 'text.verbosity',
  max_completion_tokens: 'max_output_tokens',
  max_tokens: 'max_output_tokens',
};

const CODES: readonly unknown[] = ['unsupported_parameter', 'unsupported_value', 'unknown_parameter'];
const WORDS =
  /unsupported|not support|unknown (field|parameter|argument)|unrecogni[sz]ed|unexpected (field|keyword)|extra (fields|inputs)|must be verified/i;

/**
 * What of the request the server does not take, in our words where it is one that the request can do without,
 * and else in the server's.
 */
export function refusedParameter(error: {
  readonly code?: unknown;
  readonly param?: unknown;
  readonly message: string;
}): string | undefined {
  const named = typeof error.param === 'string' && error.param !== '' ? error.param : undefined;
  if (error.code === 'invalid_encrypted_content') return 'input.reasoning';
  if (!CODES.includes(error.code) && !WORDS.test(error.message)) return named;
  return (named && ours(named)) ?? named ?? mentioned(error.message);
}

/** `include[0]` is about `include`, and `reasoning.effort.x` about `reasoning.effort`. */
function ours(name: string): Parameter | undefined {
  const plain = name.replace(/\[.*/, '');
  return (
    parameters.find((parameter) => plain === parameter || plain.startsWith(`${parameter}.`)) ?? NAMES[plain]
  );
}

/** Some servers name it in their sentence only. The longest name first: `stream_options` has `stream` in it. */
function mentioned(message: string): Parameter | undefined {
  const names = [...parameters, ...Object.keys(NAMES)].toSorted((a, b) => b.length - a.length);
  const name = names.find((candidate) =>
    new RegExp(`(?<![\\w.])${candidate.replaceAll('.', '\\.')}(?![\\w])`, 'i').test(message),
  );
  return name === undefined ? undefined : ours(name);
}
