import { toResponseInputItem } from 'openai/lib/responses/ResponseInputItems';
import type {
  ResponseCreateParamsStreaming,
  ResponseInputItem,
  ResponseOutputItem,
} from 'openai/resources/responses/responses';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { AnswerRequest } from '../services/chat-model';

/** Families that think before they answer; the others refuse to be asked for it. */
const REASONS = /^(gpt-([5-9]|\d\d)|o\d)/;

/**
 * The request for an answer: the whole history, nothing kept by the server.
 *
 * What only OpenAI's own server knows is left out for others, which may refuse it.
 */
export function toRequest(request: AnswerRequest, address: string): ResponseCreateParamsStreaming {
  return {
    model: request.model,
    input: toInput(request.history),
    stream: true,
    store: false,
    ...(REASONS.test(request.model) && { include: ['reasoning.encrypted_content'] }),
    ...(address === OPENAI_ADDRESS && {
      prompt_cache_key: request.conversationId,
      stream_options: { include_obfuscation: false },
    }),
  };
}

function toInput(history: AnswerRequest['history']): ResponseInputItem[] {
  return history.flatMap(({ role, text, output }) => {
    if (output) return output.flatMap(toItem);
    return text === '' ? [] : [{ role, content: text }];
  });
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
