/** Refuses what the Responses API would refuse, so that a test cannot pass with a request that OpenAI rejects. */
import type {
  ResponseCompactParams,
  ResponseCreateParamsBase,
  ResponseIncludable,
  ResponseInput,
  ResponseTextConfig,
} from 'openai/resources/responses/responses';
import type { InputTokenCountParams } from 'openai/resources/responses/input-tokens';
import type { Reasoning } from 'openai/resources/shared';
import {
  asFields,
  asList,
  oneOf,
  onlyFields,
  Refused,
  refuse,
  refuseMissing,
  textOrNull,
  type Fields,
  type Known,
} from './check.ts';
import { checkInput } from './check-items.ts';
import { checkModel } from './check-model.ts';
import { checkTools } from './check-tools.ts';
import { modelNotFound, type HttpAnswer } from './openai-errors.ts';

/** A request that passed the checks. */
export type ResponsesRequest = ResponseCreateParamsBase & { model: string; input: string | ResponseInput };
export type CompactRequest = ResponseCompactParams & { model: string; input: string | ResponseInput };
export type CountRequest = InputTokenCountParams;

/** The request, or how it is refused. */
export type Checked<R> = { readonly request: R } | { readonly refused: HttpAnswer };

const parameters: Known<ResponseCreateParamsBase> = {
  access_programs: true,
  background: true,
  context_management: true,
  conversation: true,
  image: true,
  include: true,
  input: true,
  instructions: true,
  max_output_tokens: true,
  max_tool_calls: true,
  metadata: true,
  model: true,
  moderation: true,
  parallel_tool_calls: true,
  previous_response_id: true,
  prompt: true,
  prompt_cache_key: true,
  prompt_cache_options: true,
  prompt_cache_retention: true,
  reasoning: true,
  safety_identifier: true,
  service_tier: true,
  store: true,
  stream: true,
  stream_options: true,
  temperature: true,
  text: true,
  tool_choice: true,
  tools: true,
  top_logprobs: true,
  top_p: true,
  truncation: true,
  user: true,
};
const compactParameters: Known<ResponseCompactParams> = {
  model: true,
  image: true,
  input: true,
  instructions: true,
  previous_response_id: true,
  prompt_cache_key: true,
  prompt_cache_options: true,
  prompt_cache_retention: true,
  service_tier: true,
};
const countParameters: Known<InputTokenCountParams> = {
  conversation: true,
  input: true,
  instructions: true,
  model: true,
  parallel_tool_calls: true,
  personality: true,
  previous_response_id: true,
  reasoning: true,
  text: true,
  tool_choice: true,
  tools: true,
  truncation: true,
};

/** A question for an answer. `models` are those that the key may use. */
export const checkRequest = (body: unknown, models: readonly string[]): Checked<ResponsesRequest> =>
  check(() => {
    const fields = asFields(body, 'body');
    onlyFields(fields, parameters, '');
    checkContext(fields, models, fields['store'] === false);
    checkLimits(fields);
    checkStreaming(fields);
    const request = fields as unknown as ResponsesRequest; // what the checks above have shown
    checkModel(request.model, request);
    return request;
  });

/** What is to be compacted is never stored. */
export const checkCompact = (body: unknown, models: readonly string[]): Checked<CompactRequest> =>
  check(() => {
    const fields = asFields(body, 'body');
    onlyFields(fields, compactParameters, '');
    checkContext(fields, models, true);
    return fields as unknown as CompactRequest; // what the checks above have shown
  });

export const checkCount = (body: unknown, models: readonly string[]): Checked<CountRequest> =>
  check(() => {
    const fields = asFields(body, 'body');
    onlyFields(fields, countParameters, '');
    checkContext(fields, models, true);
    const request = fields as CountRequest; // what the checks above have shown
    checkModel(request.model ?? '', request as Pick<ResponseCreateParamsBase, 'reasoning' | 'text'>);
    return request;
  });

function check<R>(checks: () => R): Checked<R> {
  try {
    return { request: checks() };
  } catch (thrown) {
    if (thrown instanceof Refused) return { refused: thrown.answer };
    throw thrown;
  }
}

/** What every kind of request says of the model and of what it is to read. */
function checkContext(fields: Fields, models: readonly string[], unstored: boolean): void {
  const { model, input } = fields;
  if (typeof model !== 'string') refuseMissing('model');
  if (input === undefined) refuseMissing('input');
  textOrNull(fields['instructions'], 'instructions');
  textOrNull(fields['prompt_cache_key'], 'prompt_cache_key', 64);
  textOrNull(fields['safety_identifier'], 'safety_identifier', 128);
  if (fields['tools'] !== undefined) checkTools(fields['tools']);
  if (fields['reasoning']) checkReasoning(asFields(fields['reasoning'], 'reasoning'));
  if (fields['text']) checkText(asFields(fields['text'], 'text'));
  if (typeof fields['previous_response_id'] === 'string') refuseLost(fields['previous_response_id']);
  checkInput(input, unstored);
  if (!models.includes(model)) throw new Refused(modelNotFound(model));
}

const reasoningFields: Known<Reasoning> = {
  context: true,
  effort: true,
  generate_summary: true,
  mode: true,
  summary: true,
};

function checkReasoning(reasoning: Fields): void {
  onlyFields(reasoning, reasoningFields, 'reasoning.');
  const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];
  oneOf(reasoning['effort'], efforts, 'reasoning.effort');
  oneOf(reasoning['summary'], ['auto', 'concise', 'detailed'], 'reasoning.summary');
}

const textFields: Known<ResponseTextConfig> = { format: true, verbosity: true };

function checkText(text: Fields): void {
  onlyFields(text, textFields, 'text.');
  oneOf(text['verbosity'], ['low', 'medium', 'high'], 'text.verbosity');
}

/** This server keeps no answers, so there is none to go on from. */
function refuseLost(id: string): never {
  const message = `Previous response with id '${id}' not found.`;
  refuse(message, 'previous_response_not_found', 'previous_response_id');
}

const includable: Readonly<Record<ResponseIncludable, true>> = {
  'file_search_call.results': true,
  'web_search_call.results': true,
  'web_search_call.action.sources': true,
  'message.input_image.image_url': true,
  'computer_call_output.output.image_url': true,
  'code_interpreter_call.outputs': true,
  'reasoning.encrypted_content': true,
  'message.output_text.logprobs': true,
};

function checkLimits(fields: Fields): void {
  const limit = fields['max_output_tokens'];
  if (typeof limit === 'number' && limit < 16) {
    refuse(
      `Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got ${limit} instead.`,
      'integer_below_min_value',
      'max_output_tokens',
    );
  }
  const tiers = ['auto', 'default', 'flex', 'scale', 'priority', 'fast', 'ultrafast'];
  oneOf(fields['service_tier'], tiers, 'service_tier');
  oneOf(fields['truncation'], ['auto', 'disabled'], 'truncation');
  if (fields['include']) {
    const names = Object.keys(includable);
    asList(fields['include'], 'include').forEach((name, index) => oneOf(name, names, `include[${index}]`));
  }
}

function checkStreaming(fields: Fields): void {
  if (fields['stream_options']) {
    onlyFields(
      asFields(fields['stream_options'], 'stream_options'),
      { include_obfuscation: true },
      'stream_options.',
    );
    if (fields['stream'] !== true) {
      refuse(
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
        null,
        'stream_options',
      );
    }
  }
  if (fields['background'] === true && fields['store'] === false) {
    refuse("Background mode requires 'store' to be true.", 'invalid_value', 'background');
  }
}
