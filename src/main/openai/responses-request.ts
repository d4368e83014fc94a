import { toResponseInputItem } from 'openai/lib/responses/ResponseInputItems';
import type {
  ResponseCreateParams,
  ResponseInputItem,
  ResponseOutputItem,
} from 'openai/resources/responses/responses';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Parameter } from '../../shared/parts';
import type { AnswerRequest } from '../services/chat-model';

/** What a model is told that is to go on with an answer which broke off. */
export const GO_ON =
  'Your last answer broke off. Go on exactly where it ended, in mid-word if need be. Repeat nothing of it and ' +
  'do not comment on the break.';

/**
 * The request for an answer: the whole history, nothing kept by the server.
 *
 * What only OpenAI's own server knows is left out for others, which may refuse it.
 */
export function toRequest(request: AnswerRequest): ResponseCreateParams {
  const { model, instructions, connection, conversationId, maxOutputTokens } = request;
  const openAi = connection.address === OPENAI_ADDRESS;
  const takes = (parameter: Parameter) => !request.without.includes(parameter);
  const stream = takes('stream');
  return {
    model,
    input: toInput(request.history, { sealed: takes('input.reasoning') }),
    store: false,
    stream,
    ...(instructions !== null && takes('instructions') && { instructions }),
    ...thinking(request, takes),
    ...(request.verbosity !== null && takes('text.verbosity') && { text: { verbosity: request.verbosity } }),
    ...(maxOutputTokens !== null && takes('max_output_tokens') && { max_output_tokens: maxOutputTokens }),
    ...(openAi &&
      conversationId !== null &&
      takes('prompt_cache_key') && { prompt_cache_key: conversationId }),
    ...(openAi && stream && takes('stream_options') && { stream_options: { include_obfuscation: false } }),
  };
}

/** A model that thinks is asked for a summary of it, and for a sealed copy that it can be given again. */
function thinking(
  { reasons, effort }: AnswerRequest,
  takes: (parameter: Parameter) => boolean,
): Pick<ResponseCreateParams, 'reasoning' | 'include'> {
  if (!reasons) return {};
  const reasoning = {
    ...(effort !== null && takes('reasoning.effort') && { effort }),
    ...(effort !== 'none' && takes('reasoning.summary') && { summary: 'auto' as const }),
  };
  return {
    ...(Object.keys(reasoning).length > 0 && { reasoning }),
    ...(takes('include') && { include: ['reasoning.encrypted_content'] }),
  };
}

/**
 * What was compacted is sent in its place. Where an answer is `asked` for, one that broke off is to go on.
 * `sealed`: with the thoughts that only the server can read.
 */
export function toInput(
  history: AnswerRequest['history'],
  { asked = true, sealed = true } = {},
): ResponseInputItem[] {
  const from = history.findLastIndex(({ compacted }) => compacted !== null);
  const digest = history[from]?.compacted ?? [];
  const items = history.slice(from + 1).flatMap(({ role, text, output }): ResponseInputItem[] => {
    if (output) return output.flatMap(toItem).filter(({ type }) => sealed || type !== 'reasoning');
    return text === '' ? [] : [{ role, content: text }];
  });
  const goOn = asked && history.at(-1)?.role === 'assistant' && items.length > 0;
  return [...digest.flatMap(toItem), ...items, ...(goOn ? [{ role: 'user' as const, content: GO_ON }] : [])];
}

/**
 * An item that cannot be sent stays in the library and out of the request: one that the SDK does not know,
 * and a thought without its encrypted content, which a server that keeps nothing cannot find again.
 */
function toItem(item: unknown): ResponseInputItem[] {
  try {
    const sendable = toResponseInputItem(item as ResponseOutputItem); // stored as the server sent it
    if (sendable === null) return [];
    return sendable.type === 'reasoning' && !sendable.encrypted_content ? [] : [sendable];
  } catch {
    return [];
  }
}
