import type { ToolCalls } from '../../../shared/money';

/**
 * What OpenAI asks for one call of a tool, in micro-dollars, beside its tokens.
 *
 * $10 for 1,000 web searches, $2.50 for 1,000 file searches (npm @pydantic/genai-prices 0.1.8, `web_searches_kcount`
 * and `storage_searches_kcount`, from developers.openai.com/api/docs/pricing). What else has a fee has it by the
 * hour, the container or the picture, which the count of calls does not tell.
 */
const fees: ReadonlyMap<string, number> = new Map([
  ['web_search', 10_000],
  ['file_search', 2_500],
]);

/** `micros` is what is known of them; `known` is false where a tool was called whose fee is not. */
export function toolFees(tools: ToolCalls): { readonly micros: number; readonly known: boolean } {
  const called = Object.entries(tools).filter(([, count]) => count !== 0);
  return {
    micros: called.reduce((sum, [tool, count]) => sum + (fees.get(tool) ?? 0) * count, 0),
    known: called.every(([tool, count]) => fees.has(tool) && Number.isSafeInteger(count) && count > 0),
  };
}
