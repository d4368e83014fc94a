/** Refuses what the Responses API would refuse, so that a test cannot pass with a request that OpenAI rejects. */
import type {
  ResponseCreateParamsBase,
  ResponseInput,
  ResponseInputItem,
  ResponseOutputMessage,
} from 'openai/resources/responses/responses';
import { badRequest, modelNotFound, refusal, type HttpAnswer } from './openai-errors.ts';

/** A request that passed the checks. */
export type ResponsesRequest = ResponseCreateParamsBase & { model: string; input: string | ResponseInput };

type Fields = Readonly<Record<string, unknown>>;

/** Every parameter there is; a new one in the SDK does not compile until it stands here. */
const parameters: Record<keyof ResponseCreateParamsBase, true> = {
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

const messageFields: Record<keyof ResponseOutputMessage, true> = {
  id: true,
  content: true,
  phase: true,
  role: true,
  status: true,
  type: true,
};

const otherItems = new Set<ResponseInputItem['type']>([
  'additional_tools',
  'apply_patch_call',
  'apply_patch_call_output',
  'code_interpreter_call',
  'compaction',
  'compaction_trigger',
  'computer_call',
  'computer_call_output',
  'configuration_update',
  'custom_tool_call',
  'custom_tool_call_output',
  'file_search_call',
  'function_call',
  'function_call_output',
  'image_generation_call',
  'item_reference',
  'local_shell_call',
  'local_shell_call_output',
  'mcp_approval_request',
  'mcp_approval_response',
  'mcp_call',
  'mcp_list_tools',
  'program',
  'program_output',
  'shell_call',
  'shell_call_output',
  'tool_search_call',
  'tool_search_output',
  'web_search_call',
]);

/** The request, or how it is refused. `models` are those that the key may use. */
export function checkRequest(
  body: unknown,
  models: readonly string[],
): { readonly request: ResponsesRequest } | { readonly refused: HttpAnswer } {
  try {
    const fields = asFields(body, 'body');
    checkFields(fields);
    const request = fields as unknown as ResponsesRequest; // what the checks above have shown
    if (!models.includes(request.model)) throw new Refused(modelNotFound(request.model));
    checkModel(request);
    return { request };
  } catch (thrown) {
    if (thrown instanceof Refused) return { refused: thrown.answer };
    throw thrown;
  }
}

class Refused extends Error {
  readonly answer: HttpAnswer;

  constructor(answer: HttpAnswer) {
    super('refused');
    this.answer = answer;
  }
}

function refuse(message: string, code: string, param: string): never {
  throw new Refused(badRequest(message, code, param));
}

function checkFields(fields: Fields): void {
  onlyFields(fields, parameters, '');
  if (typeof fields['model'] !== 'string') refuseMissing('model');
  if (fields['input'] === undefined) refuseMissing('input');
  const limit = fields['max_output_tokens'];
  if (typeof limit === 'number' && limit < 16) {
    refuse(
      `Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got ${limit} instead.`,
      'integer_below_min_value',
      'max_output_tokens',
    );
  }
  if (fields['stream'] !== true) {
    refuse('This server only streams: send `stream: true`.', 'unsupported_value', 'stream');
  }
  if (typeof fields['input'] === 'string') return;
  const input = asList(fields['input'], 'input');
  if (input.length === 0) refuseMissing('input');
  input.forEach((item, index) => {
    checkItem(asFields(item, `input[${index}]`), `input[${index}]`, fields['store'] === false);
  });
}

/** What depends on the model: older ones do not reason, and the newest always do. */
function checkModel({ model, reasoning, include, temperature, top_p }: ResponsesRequest): void {
  const unsupported = (param: string) =>
    refuse(
      `Unsupported parameter: '${param}' is not supported with this model.`,
      'unsupported_parameter',
      param,
    );
  if (/^gpt-[34]/.test(model)) {
    if (reasoning?.effort) unsupported('reasoning.effort');
    if (reasoning?.summary) unsupported('reasoning.summary');
    if (include?.includes('reasoning.encrypted_content')) {
      refuse('Encrypted content is not supported with this model.', 'unsupported_parameter', 'include');
    }
    return;
  }
  if (reasoning?.effort === 'none') {
    if (!/^gpt-6(-astra|\.[12]-sol)$/.test(model)) return;
    const message = `Unsupported value: 'none' is not supported with the '${model}' model.`;
    refuse(message, 'unsupported_value', 'reasoning.effort');
  }
  if (typeof temperature === 'number') unsupported('temperature');
  if (typeof top_p === 'number') unsupported('top_p');
}

function checkItem(item: Fields, at: string, unstored: boolean): void {
  const type = item['type'] ?? 'message';
  if (type === 'message') checkMessage(item, at);
  else if (type === 'reasoning') checkReasoning(item, at, unstored);
  else if (!otherItems.has(type as ResponseInputItem['type'])) refuseValue(type, `${at}.type`);
}

function checkMessage(item: Fields, at: string): void {
  onlyFields(item, messageFields, `${at}.`);
  const { role, content } = item;
  if (!['user', 'assistant', 'system', 'developer'].includes(role as string)) refuseValue(role, `${at}.role`);
  if (content === undefined) refuseMissing(`${at}.content`);
  if (typeof content === 'string') return;
  const answered = role === 'assistant';
  // An answer in parts is an output item that is sent back, and those are whole.
  if (answered)
    for (const name of ['id', 'status', 'type']) if (!(name in item)) refuseMissing(`${at}.${name}`);
  asList(content, `${at}.content`).forEach((part, index) => {
    const place = `${at}.content[${index}]`;
    if (answered) checkOutputPart(asFields(part, place), place);
    else checkInputPart(asFields(part, place), place);
  });
}

function checkOutputPart(part: Fields, at: string): void {
  if (part['type'] === 'refusal') {
    onlyFields(part, { type: true, refusal: true }, `${at}.`);
    if (typeof part['refusal'] !== 'string') refuseMissing(`${at}.refusal`);
  } else if (part['type'] === 'output_text') {
    onlyFields(part, { type: true, text: true, annotations: true, logprobs: true }, `${at}.`);
    if (typeof part['text'] !== 'string') refuseMissing(`${at}.text`);
    if (!Array.isArray(part['annotations'])) refuseMissing(`${at}.annotations`);
  } else refuseValue(part['type'], `${at}.type`);
}

function checkInputPart(part: Fields, at: string): void {
  const needs: Record<string, string | null> = {
    input_text: 'text',
    input_image: 'detail',
    input_file: null,
  };
  const need = needs[String(part['type'])];
  if (need === undefined) refuseValue(part['type'], `${at}.type`);
  if (need && typeof part[need] !== 'string') refuseMissing(`${at}.${need}`);
}

/** What was not stored can only be continued from the sealed copy that the client kept. */
function checkReasoning(item: Fields, at: string, unstored: boolean): void {
  if (typeof item['id'] !== 'string') refuseMissing(`${at}.id`);
  if (!Array.isArray(item['summary'])) refuseMissing(`${at}.summary`);
  if (!unstored || typeof item['encrypted_content'] === 'string') return;
  const message = `Item with id '${item['id']}' not found. Items are not persisted when \`store\` is set to false.`;
  throw new Refused(refusal(404, message, { param: 'input' }));
}

function onlyFields(fields: Fields, known: Readonly<Record<string, true>>, prefix: string): void {
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(known, name)) {
      refuse(`Unknown parameter: '${prefix}${name}'.`, 'unknown_parameter', `${prefix}${name}`);
    }
  }
}

function asFields(value: unknown, at: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  return refuse(`Invalid type for '${at}': expected an object.`, 'invalid_type', at);
}

function asList(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return refuse(`Invalid type for '${at}': expected a string or an array.`, 'invalid_type', at);
}

function refuseMissing(param: string): never {
  refuse(`Missing required parameter: '${param}'.`, 'missing_required_parameter', param);
}

function refuseValue(value: unknown, param: string): never {
  refuse(`Invalid value: '${String(value)}'.`, 'invalid_value', param);
}
