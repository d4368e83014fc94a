import type { ToolCalls, Usage } from '../../../shared/money';

/** What a server said that a call used. */
export interface Bill {
  readonly model: string | null;
  readonly tier: string | null;
  /** Null where it did not count. */
  readonly usage: Usage | null;
  readonly tools: ToolCalls;
  /** Tokens that were written to the cache for longer than usual. */
  readonly writtenFor12Hours: number;
}

/** Both APIs count, in different words; other servers may leave any of it out, or send anything. */
interface Said {
  readonly model?: unknown;
  readonly service_tier?: unknown;
  readonly usage?: Counts | null;
  readonly tool_usage?: {
    readonly web_search?: { readonly num_requests?: unknown } | null;
    readonly image_gen?: { readonly total_tokens?: unknown } | null;
  } | null;
}

interface Counts {
  readonly input_tokens?: unknown;
  readonly output_tokens?: unknown;
  readonly prompt_tokens?: unknown;
  readonly completion_tokens?: unknown;
  readonly input_tokens_details?: Details | null;
  readonly output_tokens_details?: Details | null;
  readonly prompt_tokens_details?: Details | null;
  readonly completion_tokens_details?: Details | null;
}

type Details = Readonly<
  Partial<Record<'cached_tokens' | 'cache_write_tokens' | 'reasoning_tokens', unknown>>
> & { readonly cache_write_tokens_details?: { readonly ttl_12h_tokens?: unknown } | null };

/** Reads what the server said of an answer at its end. */
export function billOf(response: unknown): Bill {
  const said = (response ?? {}) as Said; // every field is looked at below
  const tools = {
    web_search: whole(said.tool_usage?.web_search?.num_requests),
    image_gen: whole(said.tool_usage?.image_gen?.total_tokens),
  };
  return {
    model: typeof said.model === 'string' && said.model !== '' ? said.model : null,
    tier: typeof said.service_tier === 'string' ? said.service_tier : null,
    usage: usageOf(said.usage ?? {}),
    writtenFor12Hours: whole(said.usage?.input_tokens_details?.cache_write_tokens_details?.ttl_12h_tokens),
    tools: Object.fromEntries(Object.entries(tools).filter(([, count]) => count > 0)),
  };
}

function usageOf(counts: Counts): Usage | null {
  const input = counts.input_tokens ?? counts.prompt_tokens;
  const output = counts.output_tokens ?? counts.completion_tokens;
  if (!isCount(input) || !isCount(output)) return null;
  const read = counts.input_tokens_details ?? counts.prompt_tokens_details ?? {};
  const written = counts.output_tokens_details ?? counts.completion_tokens_details ?? {};
  const cached = Math.min(whole(read.cached_tokens), input);
  return {
    input,
    cached,
    cacheWritten: Math.min(whole(read.cache_write_tokens), input - cached),
    output,
    reasoning: Math.min(whole(written.reasoning_tokens), output),
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const whole = (value: unknown): number => (isCount(value) ? value : 0);
