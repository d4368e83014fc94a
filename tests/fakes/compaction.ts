/** Makes a long conversation short: what the user said, and one sealed item in place of all the rest. */
import type { ResponseInputItem, ResponseOutputItem } from 'openai/resources/responses/responses';
import type { CompactRequest } from './check-request.ts';
import { inputTokens } from './response-body.ts';
import { newId, seconds } from './wire.ts';

/** How many tokens the sealed summary counts for. */
const SUMMARY_TOKENS = 50;

/**
 * The body that `client.responses.compact()` gives. `keepWords` as the API does it, all of what the user said; without
 * it only what is sealed remains, for a test that must get below a limit.
 */
export function compacted(request: CompactRequest, seal: (content: string) => string, keepWords: boolean) {
  const items = typeof request.input === 'string' ? [asked(request.input)] : request.input;
  const said = keepWords ? items.filter(isQuestion).map(asOutput) : [];
  const tokens = inputTokens(request);
  return {
    id: newId('resp'),
    object: 'response.compaction' as const,
    created_at: seconds(),
    output: [...said, { id: newId('cmp'), type: 'compaction' as const, encrypted_content: seal('summary') }],
    usage: {
      input_tokens: tokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: SUMMARY_TOKENS,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: tokens + SUMMARY_TOKENS,
    },
  };
}

const asked = (text: string): ResponseInputItem => ({ role: 'user', content: text });

const isQuestion = (item: ResponseInputItem): boolean => 'role' in item && item.role === 'user';

/** The API gives messages back whole; the SDK's type of the output has no word for a user's. */
function asOutput(item: ResponseInputItem): ResponseOutputItem {
  const { content } = item as { content: unknown };
  const parts = typeof content === 'string' ? [{ type: 'input_text', text: content }] : content;
  const message = { id: newId('msg'), type: 'message', role: 'user', status: 'completed', content: parts };
  return message as unknown as ResponseOutputItem;
}
