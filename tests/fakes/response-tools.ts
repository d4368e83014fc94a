/**
 * What the model has done by tools, each from its announcement to its end.
 *
 * Every generator stops where time passes in reality, so that a test can look at a search that still runs.
 */
import type {
  ResponseCodeInterpreterToolCall,
  ResponseFileSearchToolCall,
  ResponseFunctionWebSearch,
  ResponseOutputItem,
} from 'openai/resources/responses/responses';
import type { Output } from './response-stream.ts';
import { newId } from './wire.ts';

/** What happens in a step; between two stages a test may do something else. */
export type Stages = Generator<void, void, void>;

export interface Search {
  readonly query: string;
  /** The addresses that were found; only told to who asks for them in `include`. */
  readonly sources?: readonly string[];
  readonly failed?: boolean;
}

export function* search(output: Output, { query, sources = [], failed = false }: Search): Stages {
  const action = { type: 'search' as const, query, queries: [query] };
  const told = output.request.include?.includes('web_search_call.action.sources');
  const found = sources.map((url) => ({ type: 'url' as const, url }));
  yield* browse(output, action, told ? { ...action, sources: found } : action, failed);
}

export const openPage = (output: Output, url: string): Stages =>
  browse(output, { type: 'open_page', url }, { type: 'open_page', url });

export function findInPage(
  output: Output,
  where: { readonly url: string; readonly pattern: string },
): Stages {
  return browse(output, { type: 'find_in_page', ...where }, { type: 'find_in_page', ...where });
}

type WebAction = ResponseFunctionWebSearch['action'];

function* browse(output: Output, asked: WebAction, done: WebAction, failed = false): Stages {
  const item = { id: newId('ws'), type: 'web_search_call' as const };
  const output_index = output.open({ ...item, status: 'in_progress', action: asked });
  const at = { item_id: item.id, output_index };
  output.emit({ type: 'response.web_search_call.in_progress', ...at });
  yield;
  output.emit({ type: 'response.web_search_call.searching', ...at });
  yield;
  if (!failed) output.emit({ type: 'response.web_search_call.completed', ...at });
  output.close(output_index, { ...item, status: failed ? 'failed' : 'completed', action: done });
}

export interface FileSearch {
  readonly queries: readonly string[];
  readonly results?: readonly ResponseFileSearchToolCall.Result[];
}

export function* searchFiles(output: Output, { queries, results = [] }: FileSearch): Stages {
  const item = { id: newId('fs'), type: 'file_search_call' as const, queries: [...queries] };
  const output_index = output.open({ ...item, status: 'in_progress', results: null });
  const at = { item_id: item.id, output_index };
  output.emit({ type: 'response.file_search_call.in_progress', ...at });
  yield;
  output.emit({ type: 'response.file_search_call.searching', ...at });
  yield;
  output.emit({ type: 'response.file_search_call.completed', ...at });
  const told = output.request.include?.includes('file_search_call.results');
  output.close(output_index, { ...item, status: 'completed', results: told ? [...results] : null });
}

export interface Code {
  /** The pieces in which it is written. */
  readonly code: string | readonly string[];
  readonly logs?: string;
  /** The addresses of images that it made. */
  readonly images?: readonly string[];
  readonly failed?: boolean;
}

export function* runCode(output: Output, { code, logs, images = [], failed = false }: Code): Stages {
  const id = newId('ci');
  const item = { id, type: 'code_interpreter_call' as const, container_id: newId('cntr') };
  const output_index = output.open({ ...item, status: 'in_progress', code: '', outputs: null });
  const at = { item_id: id, output_index };
  output.emit({ type: 'response.code_interpreter_call.in_progress', ...at });
  for (const delta of pieces(code)) {
    yield;
    output.emit({ type: 'response.code_interpreter_call_code.delta', ...at, delta });
  }
  const whole = pieces(code).join('');
  output.emit({ type: 'response.code_interpreter_call_code.done', ...at, code: whole });
  output.emit({ type: 'response.code_interpreter_call.interpreting', ...at });
  yield;
  if (!failed) output.emit({ type: 'response.code_interpreter_call.completed', ...at });
  const outputs: ResponseCodeInterpreterToolCall['outputs'] = images.map((url) => ({ type: 'image', url }));
  if (logs !== undefined) outputs.unshift({ type: 'logs', logs });
  const told = output.request.include?.includes('code_interpreter_call.outputs');
  const status = failed ? 'failed' : 'completed';
  output.close(output_index, { ...item, status, code: whole, outputs: told ? outputs : null });
}

export interface Drawing {
  /** Base64. */
  readonly result: string;
  /** What is shown of it on the way, each a whole image in base64. */
  readonly partials?: readonly string[];
  readonly format?: 'png' | 'webp' | 'jpeg';
  /** What the model made of the prompt. */
  readonly prompt?: string;
  readonly failed?: boolean;
}

export function* drawImage(output: Output, drawing: Drawing): Stages {
  const { result, partials = [], format = 'png', prompt, failed = false } = drawing;
  const item = { id: newId('ig'), type: 'image_generation_call' as const };
  const about = { size: '1024x1024', quality: 'high', background: 'opaque', output_format: format } as const;
  const output_index = output.open({ ...item, status: 'in_progress', result: null });
  const at = { item_id: item.id, output_index };
  output.emit({ type: 'response.image_generation_call.in_progress', ...at });
  yield;
  output.emit({ type: 'response.image_generation_call.generating', ...at });
  for (const [partial_image_index, partial_image_b64] of partials.entries()) {
    yield;
    const partial = { partial_image_index, partial_image_b64 };
    output.emit({ type: 'response.image_generation_call.partial_image', ...at, ...partial, ...about });
  }
  yield;
  if (failed) return output.close(output_index, { ...item, ...about, ...undrawn });
  output.emit({ type: 'response.image_generation_call.completed', ...at });
  output.close(output_index, {
    ...item,
    ...about,
    status: 'completed',
    action: 'generate',
    result,
    ...(prompt !== undefined && { revised_prompt: prompt }),
  });
}

const undrawn = {
  status: 'failed',
  result: null,
  error: { code: 'moderation_blocked', message: 'The image was blocked.', param: null, type: 'image_error' },
} satisfies Partial<ResponseOutputItem.ImageGenerationCall>;

/** Text that comes in pieces, or at once. */
export const pieces = (text: string | readonly string[]): readonly string[] =>
  typeof text === 'string' ? [text] : text;
