/** What may stand in `input`: messages, and the items of earlier answers, whole and as they were received. */
import type {
  ResponseInputItem,
  ResponseInputFile,
  ResponseInputImage,
  ResponseInputText,
  ResponseOutputMessage,
  ResponseOutputRefusal,
  ResponseOutputText,
} from 'openai/resources/responses/responses';
import {
  asFields,
  asList,
  onlyFields,
  refuse,
  Refused,
  refuseMissing,
  refuseValue,
  type Fields,
  type Known,
} from './check.ts';
import { replayedItems } from './replayed-items.ts';
import { refusal } from './openai-errors.ts';

const messageFields: Known<ResponseOutputMessage> = {
  id: true,
  content: true,
  phase: true,
  role: true,
  status: true,
  type: true,
};

/** Nothing that Parley sends: they are let through as they are. */
const otherItems = new Set<ResponseInputItem['type']>([
  'additional_tools',
  'apply_patch_call',
  'apply_patch_call_output',
  'compaction_trigger',
  'computer_call',
  'computer_call_output',
  'configuration_update',
  'local_shell_call',
  'local_shell_call_output',
  'program',
  'program_output',
  'shell_call',
  'shell_call_output',
  'tool_search_call',
  'tool_search_output',
]);

/** With which letters OpenAI's own ids begin, where it insists on it. */
const prefixes: Readonly<Record<string, string>> = { message: 'msg', reasoning: 'rs', function_call: 'fc' };

/** Of `unstored` items the server has no copy. */
export function checkInput(input: unknown, unstored: boolean): void {
  if (typeof input === 'string') return;
  const items = asList(input, 'input');
  if (items.length === 0) refuseMissing('input');
  items.forEach((item, index) => checkItem(asFields(item, `input[${index}]`), `input[${index}]`, unstored));
  checkCalls(items as readonly Fields[]);
}

function checkItem(item: Fields, at: string, unstored: boolean): void {
  const type = item['type'] ?? ('role' in item ? 'message' : 'item_reference');
  if (typeof type !== 'string') return refuseValue(type, `${at}.type`);
  const id = item['id'];
  const prefix = prefixes[type];
  if (prefix && typeof id === 'string' && !id.startsWith(prefix)) {
    const message = `Invalid '${at}.id': '${id}'. Expected an ID that begins with '${prefix}'.`;
    refuse(message, 'invalid_id_prefix', `${at}.id`);
  }
  if (type === 'message') return checkMessage(item, at);
  if (type === 'item_reference' && unstored) refuseUnstored(id);
  const known = replayedItems[type as keyof typeof replayedItems] as Record<string, string> | undefined;
  if (known) {
    onlyFields(item, known, `${at}.`);
    for (const [name, need] of Object.entries(known)) {
      if (need === 'required' && item[name] === undefined) refuseMissing(`${at}.${name}`);
    }
    if (type === 'reasoning') checkReasoning(item, at, unstored);
  } else if (!otherItems.has(type as ResponseInputItem['type'])) refuseValue(type, `${at}.type`);
}

function checkMessage(item: Fields, at: string): void {
  onlyFields(item, messageFields, `${at}.`);
  const { role, content, phase } = item;
  if (!['user', 'assistant', 'system', 'developer'].includes(role as string)) refuseValue(role, `${at}.role`);
  if (content === undefined) refuseMissing(`${at}.content`);
  const answered = role === 'assistant';
  if (phase !== undefined && phase !== null) {
    if (!answered || !['commentary', 'final_answer'].includes(phase as string))
      refuseValue(phase, `${at}.phase`);
  }
  if (typeof content === 'string') return;
  // An answer in parts is an output item that is sent back, and those are whole.
  if (answered)
    for (const name of ['id', 'status', 'type']) if (!(name in item)) refuseMissing(`${at}.${name}`);
  asList(content, `${at}.content`).forEach((part, index) => {
    const place = `${at}.content[${index}]`;
    if (answered) checkOutputPart(asFields(part, place), place);
    else checkInputPart(asFields(part, place), place);
  });
}

const textFields: Known<ResponseOutputText> = { type: true, text: true, annotations: true, logprobs: true };
const refusalFields: Known<ResponseOutputRefusal> = { type: true, refusal: true };

function checkOutputPart(part: Fields, at: string): void {
  if (part['type'] === 'refusal') {
    onlyFields(part, refusalFields, `${at}.`);
    if (typeof part['refusal'] !== 'string') refuseMissing(`${at}.refusal`);
  } else if (part['type'] === 'output_text') {
    onlyFields(part, textFields, `${at}.`);
    if (typeof part['text'] !== 'string') refuseMissing(`${at}.text`);
    if (!Array.isArray(part['annotations'])) refuseMissing(`${at}.annotations`);
    if (!Array.isArray(part['logprobs'])) refuseMissing(`${at}.logprobs`);
  } else refuseValue(part['type'], `${at}.type`);
}

const inputParts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  input_text: { type: true, text: true, prompt_cache_breakpoint: true } satisfies Known<ResponseInputText>,
  input_image: {
    type: true,
    detail: true,
    file_id: true,
    image_url: true,
    prompt_cache_breakpoint: true,
  } satisfies Known<ResponseInputImage>,
  input_file: {
    type: true,
    detail: true,
    file_data: true,
    file_id: true,
    file_url: true,
    filename: true,
    prompt_cache_breakpoint: true,
  } satisfies Known<ResponseInputFile>,
};

function checkInputPart(part: Fields, at: string): void {
  const type = part['type'];
  const known = inputParts[String(type)];
  if (!known) return refuseValue(type, `${at}.type`);
  onlyFields(part, known, `${at}.`);
  if (type === 'input_text' && typeof part['text'] !== 'string') refuseMissing(`${at}.text`);
  if (type === 'input_image') {
    const details = ['auto', 'low', 'high', 'original'];
    if (part['detail'] === undefined) refuseMissing(`${at}.detail`);
    if (!details.includes(part['detail'] as string)) refuseValue(part['detail'], `${at}.detail`, details);
    if (!part['image_url'] && !part['file_id']) refuseMissing(`${at}.image_url`);
  }
  if (type === 'input_file' && !part['file_data'] && !part['file_id'] && !part['file_url']) {
    refuseMissing(`${at}.file_data`);
  }
}

/** What was not stored can only be continued from the sealed copy that the client kept. */
function checkReasoning(item: Fields, at: string, unstored: boolean): void {
  asList(item['summary'], `${at}.summary`);
  if (unstored && typeof item['encrypted_content'] !== 'string') refuseUnstored(item['id']);
}

function refuseUnstored(id: unknown): never {
  const message = `Item with id '${String(id)}' not found. Items are not persisted when \`store\` is set to false.`;
  throw new Refused(refusal(404, message, { param: 'input' }));
}

/** A call and its output belong together; neither may stand alone. */
function checkCalls(items: readonly Fields[]): void {
  for (const kind of ['function_call', 'custom_tool_call']) {
    const idsOf = (type: string) =>
      items.flatMap(({ type: own, call_id }) => (own === type ? [call_id as string] : []));
    const name = kind.replaceAll('_', ' ');
    const calls = idsOf(kind);
    const outputs = idsOf(`${kind}_output`);
    const open = calls.find((id) => !outputs.includes(id));
    if (open !== undefined) refuse(`No tool output found for ${name} ${open}.`, null, 'input');
    const stray = outputs.find((id) => !calls.includes(id));
    if (stray === undefined) continue;
    refuse(`No tool call found for ${name} output with call_id ${stray}.`, null, 'input');
  }
}
