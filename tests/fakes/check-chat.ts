/** Refuses what a careful Chat Completions server would refuse: unknown parameters, and messages that are none. */
import type {
  ChatCompletionCreateParamsBase,
  ChatCompletionMessageParam,
  ChatCompletionStreamOptions,
} from 'openai/resources/chat/completions/completions';
import {
  asFields,
  asList,
  oneOf,
  onlyFields,
  refuse,
  Refused,
  refuseMissing,
  refuseValue,
  type Fields,
  type Known,
} from './check.ts';
import type { HttpAnswer } from './openai-errors.ts';

export type ChatRequest = ChatCompletionCreateParamsBase;

const parameters: Known<ChatCompletionCreateParamsBase> = {
  audio: true,
  frequency_penalty: true,
  function_call: true,
  functions: true,
  logit_bias: true,
  logprobs: true,
  max_completion_tokens: true,
  max_tokens: true,
  messages: true,
  metadata: true,
  modalities: true,
  model: true,
  moderation: true,
  n: true,
  parallel_tool_calls: true,
  prediction: true,
  presence_penalty: true,
  prompt_cache_key: true,
  prompt_cache_options: true,
  prompt_cache_retention: true,
  reasoning_effort: true,
  response_format: true,
  safety_identifier: true,
  seed: true,
  service_tier: true,
  stop: true,
  store: true,
  stream: true,
  stream_options: true,
  temperature: true,
  tool_choice: true,
  tools: true,
  top_logprobs: true,
  top_p: true,
  user: true,
  verbosity: true,
  web_search_options: true,
};

const streamOptions: Known<ChatCompletionStreamOptions> = { include_obfuscation: true, include_usage: true };

type Role = ChatCompletionMessageParam['role'];
type MessageFields<R extends Role> = Known<Extract<ChatCompletionMessageParam, { role: R }>>;

const messages: { readonly [R in Role]: MessageFields<R> } = {
  developer: { role: true, content: true, name: true },
  system: { role: true, content: true, name: true },
  user: { role: true, content: true, name: true },
  assistant: {
    role: true,
    content: true,
    name: true,
    audio: true,
    function_call: true,
    refusal: true,
    tool_calls: true,
  },
  tool: { role: true, content: true, tool_call_id: true },
  function: { role: true, content: true, name: true },
};

/** What each kind of part must have. */
const parts: Readonly<Record<string, string>> = {
  text: 'text',
  refusal: 'refusal',
  image_url: 'image_url',
  input_audio: 'input_audio',
  file: 'file',
};

/** The request, or how it is refused. */
export function checkChat(
  body: unknown,
): { readonly request: ChatRequest } | { readonly refused: HttpAnswer } {
  try {
    const fields = asFields(body, 'body');
    checkFields(fields);
    asList(fields['messages'], 'messages').forEach((entry, index) => {
      checkMessage(asFields(entry, `messages[${index}]`), `messages[${index}]`);
    });
    return { request: fields as unknown as ChatRequest }; // what the checks above have shown
  } catch (thrown) {
    if (thrown instanceof Refused) return { refused: thrown.answer };
    throw thrown;
  }
}

function checkFields(fields: Fields): void {
  onlyFields(fields, parameters, '');
  if (typeof fields['model'] !== 'string') refuseMissing('model');
  if (fields['messages'] === undefined) refuseMissing('messages');
  if (asList(fields['messages'], 'messages').length === 0) refuseMissing('messages');
  oneOf(fields['verbosity'], ['low', 'medium', 'high'], 'verbosity');
  const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];
  oneOf(fields['reasoning_effort'], efforts, 'reasoning_effort');
  if (!fields['stream_options']) return;
  onlyFields(asFields(fields['stream_options'], 'stream_options'), streamOptions, 'stream_options.');
  if (fields['stream'] === true) return;
  refuse("The 'stream_options' parameter is only allowed when 'stream' is enabled.", null, 'stream_options');
}

function checkMessage(message: Fields, at: string): void {
  const role = message['role'];
  if (typeof role !== 'string' || !Object.hasOwn(messages, role)) {
    return refuseValue(role, `${at}.role`, Object.keys(messages));
  }
  onlyFields(message, messages[role as Role], `${at}.`);
  const content = message['content'];
  if (content === undefined || content === null) {
    // Who calls a tool need not say anything.
    if (role === 'assistant' && message['tool_calls']) return;
    return refuseMissing(`${at}.content`);
  }
  if (typeof content === 'string') return;
  asList(content, `${at}.content`).forEach((entry, index) => {
    const place = `${at}.content[${index}]`;
    const part = asFields(entry, place);
    const need = parts[String(part['type'])];
    if (!need) return refuseValue(part['type'], `${place}.type`, Object.keys(parts));
    if (part[need] === undefined) refuseMissing(`${place}.${need}`);
  });
}
