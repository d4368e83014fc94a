/** What a model can do decides what it may be asked for. */
import type { ReasoningEffort } from 'openai/resources/shared';
import type { ResponseCreateParamsBase } from 'openai/resources/responses/responses';
import { refuse, Refused } from './check.ts';
import { unsupportedParameter } from './openai-errors.ts';

type Effort = NonNullable<ReasoningEffort>;

interface Abilities {
  readonly efforts: readonly Effort[];
  readonly verbosity: boolean;
  /** `temperature` and `top_p`: always, never, or only for who asks it not to think. */
  readonly temperature: 'yes' | 'no' | 'without effort';
}

const upTo = (last: Effort, first: Effort = 'low'): readonly Effort[] => {
  const all: readonly Effort[] = ['none', 'low', 'medium', 'high', 'xhigh', 'max'];
  return all.slice(all.indexOf(first), all.indexOf(last) + 1);
};

const thinks = (efforts: readonly Effort[], temperature: Abilities['temperature'] = 'no'): Abilities => ({
  efforts,
  verbosity: true,
  temperature,
});

/** As published on 22 November 2026; the first that fits. */
const families: readonly (readonly [RegExp, Abilities])[] = [
  [/^gpt-[34]/, { efforts: [], verbosity: false, temperature: 'yes' }],
  [/^o\d/, { efforts: upTo('high'), verbosity: false, temperature: 'no' }],
  [/^gpt-5(-mini|-nano)?(-\d{4}|$)/, thinks(['minimal', ...upTo('high')])],
  [/^gpt-5\.1/, thinks(upTo('high', 'none'))],
  [/^gpt-5\.[2-5]-pro/, thinks(upTo('xhigh', 'medium'))],
  [/^gpt-5\.3-codex/, { ...thinks(upTo('xhigh', 'none')), verbosity: false }],
  [/^gpt-5\.[2-5]/, thinks(upTo('xhigh', 'none'))],
  [/^gpt-6(-astra|\.[12]-sol)/, thinks(upTo('max'))],
  [/^gpt-(5\.6|6)/, thinks(upTo('max', 'none'), 'without effort')],
];

/** Of a model that nobody has heard of nothing is known, so nothing is refused. */
const anything: Abilities = {
  efforts: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'],
  verbosity: true,
  temperature: 'yes',
};

const abilitiesOf = (model: string): Abilities =>
  families.find(([name]) => name.test(model))?.[1] ?? anything;

type Asked = Pick<ResponseCreateParamsBase, 'reasoning' | 'text' | 'include' | 'temperature' | 'top_p'>;

/** Refuses what this model cannot do. */
export function checkModel(model: string, asked: Asked): void {
  const { efforts, verbosity, temperature } = abilitiesOf(model);
  const effort = asked.reasoning?.effort;
  if (efforts.length === 0) {
    if (effort) unsupported('reasoning.effort');
    if (asked.reasoning?.summary) unsupported('reasoning.summary');
    if (asked.include?.includes('reasoning.encrypted_content')) {
      refuse('Encrypted content is not supported with this model.', 'unsupported_parameter', 'include');
    }
  } else if (effort && !efforts.includes(effort)) {
    const allowed = efforts.map((name) => `'${name}'`).join(', ');
    const message = `Unsupported value: '${effort}' is not supported with the '${model}' model. Supported values are: ${allowed}.`;
    refuse(message, 'unsupported_value', 'reasoning.effort');
  }
  if (!verbosity && asked.text?.verbosity) unsupported('text.verbosity');
  if (temperature === 'yes' || (temperature === 'without effort' && effort === 'none')) return;
  if (typeof asked.temperature === 'number') unsupported('temperature');
  if (typeof asked.top_p === 'number') unsupported('top_p');
}

function unsupported(parameter: string): never {
  throw new Refused(unsupportedParameter(parameter));
}
