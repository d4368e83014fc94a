import type { AnswerRequest, ChatModel } from './chat-model';

/** The words of an answer that nobody watches being written. Rejects with an `AppError`, also where it is not whole. */
export async function wholeAnswer(
  model: ChatModel,
  request: AnswerRequest,
  signal: AbortSignal,
): Promise<string> {
  let said = '';
  for await (const event of model.answer(request, signal)) {
    if (event.type === 'text') said += event.text;
    if (event.type === 'incomplete') throw event.error;
  }
  return said;
}
