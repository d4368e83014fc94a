/** What a response says of itself: before it begins, and what it has used at its end. */
import type {
  ResponseCreateParamsBase,
  ResponseOutputItem,
  ResponseUsage,
} from 'openai/resources/responses/responses';
import type { ResponsesRequest } from './check-request.ts';
import { newId, seconds, tokensIn, type WireResponse } from './wire.ts';

/** A response that has only begun. */
export function emptyResponse(request: ResponsesRequest): WireResponse {
  return {
    id: newId('resp'),
    object: 'response',
    created_at: seconds(),
    completed_at: null,
    status: 'in_progress',
    background: false,
    access_programs: null,
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request.metadata ?? {},
    model: request.model,
    output: [],
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: null,
    reasoning: request.reasoning ?? null,
    service_tier: 'default',
    temperature: request.temperature ?? 1,
    text: request.text ?? { format: { type: 'text' } },
    tool_choice: request.tool_choice ?? 'auto',
    tools: request.tools ?? [],
    top_p: request.top_p ?? 1,
    truncation: 'disabled',
  };
}

/** What is sent to the model, about: images and files count by the length of their data. */
export const inputTokens = ({
  input,
  instructions,
}: Pick<ResponseCreateParamsBase, 'input' | 'instructions'>) =>
  tokensIn(JSON.stringify(input ?? '')) + tokensIn(instructions ?? '');

export function usageOf(request: ResponsesRequest, output: readonly ResponseOutputItem[]): ResponseUsage {
  const input = inputTokens(request);
  const thoughts = output.filter(({ type }) => type === 'reasoning');
  const reasoning = tokensIn(thoughts.map(wordsOf).join(''));
  const written = tokensIn(output.map(wordsOf).join(''));
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
    output_tokens: written,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: input + written,
  };
}

function wordsOf(item: ResponseOutputItem): string {
  if (item.type === 'reasoning') {
    return [...item.summary, ...(item.content ?? [])].map(({ text }) => text).join('');
  }
  if (item.type !== 'message') return '';
  return item.content.map((part) => (part.type === 'refusal' ? part.refusal : part.text)).join('');
}

/** What is paid for beside tokens; left out where no tool was used. */
export function toolUsageOf(output: readonly ResponseOutputItem[]): Pick<WireResponse, 'tool_usage'> {
  const searches = output.filter(({ type }) => type === 'web_search_call').length;
  const images = output.filter(({ type }) => type === 'image_generation_call').length;
  if (searches + images === 0) return {};
  return {
    tool_usage: {
      web_search: { num_requests: searches },
      image_gen: {
        input_tokens: images * 50,
        input_tokens_details: { text_tokens: images * 50, image_tokens: 0 },
        output_tokens: images * 1000,
        total_tokens: images * 1050,
      },
    },
  };
}
