import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { ChatOptions, Transcript } from '../../shared/model';
import type { ConversationStore } from '../storage/conversation-store';
import type { MessageStore, PastMessage } from '../storage/message-store';
import type { ChatModel } from './chat-model';
import { factsOf } from './model-facts';
import type { Requests } from './requests';
import { wholeAnswer } from './whole-answer';

/** Of an unknown model: what even small ones read. In tokens. */
const SMALL_CONTEXT = 8_000;
/** About four characters are a token; a piece fills half of the context, so that a wrong guess still fits. */
const CHARACTERS_A_TOKEN = 4;
const INSTRUCTIONS =
  // eslint-disable-next-line parley/words-in-catalogue -- the model reads it
  'Summarise this conversation so that it can be continued elsewhere by someone who has not read it. Keep ' +
  'decisions, facts, names, figures, open questions and code that is still needed. Use the language of the ' +
  'conversation. Write the summary alone.';

export interface ContextServiceDeps {
  readonly conversations: ConversationStore;
  readonly messages: MessageStore;
  readonly model: ChatModel;
  readonly requests: Requests;
  readonly transcript: (conversationId: string) => Transcript;
}

/** Ways on for a conversation that has outgrown its model. Nothing of it is deleted by any. */
export class ContextService {
  readonly #deps: ContextServiceDeps;
  readonly #abort = new AbortController();

  constructor(deps: ContextServiceDeps) {
    this.#deps = deps;
  }

  /** Has the server make a digest of everything down to a message, which later requests carry instead. */
  async compact({ id, messageId, model }: Input<'conversations.compact'>): Promise<Transcript> {
    const { messages, model: chat, requests, transcript } = this.#deps;
    const history = this.#history(id, messageId);
    const options = this.#options(id);
    const request = await requests.make({ kind: 'compaction', conversationId: id, model, options, history });
    const { output } = await chat.compact(request, this.#abort.signal);
    if (output) messages.compact(messageId, output);
    return transcript(id);
  }

  /** In words; a long conversation piece by piece. */
  async summarise({ id, messageId, model }: Input<'conversations.summarise'>): Promise<{ text: string }> {
    const history = this.#history(id, messageId);
    const tokens = factsOf(model).maxInput ?? SMALL_CONTEXT;
    const summaries: string[] = [];
    for (const piece of pieces(history, (tokens / 2) * CHARACTERS_A_TOKEN)) {
      summaries.push(await this.#summary(id, model, piece));
    }
    return { text: summaries.join('\n\n') };
  }

  close(): void {
    this.#abort.abort();
  }

  async #summary(conversationId: string, model: string, text: string): Promise<string> {
    const options = { ...this.#options(conversationId), instructions: INSTRUCTIONS, effort: null };
    const history = [{ role: 'user' as const, text, output: null, compacted: null }];
    const request = await this.#deps.requests.make({
      kind: 'summary',
      conversationId,
      model,
      options,
      history,
    });
    return wholeAnswer(this.#deps.model, request, this.#abort.signal);
  }

  #options(id: string): ChatOptions {
    return this.#deps.conversations.options(id);
  }

  #history(id: string, messageId: string): readonly PastMessage[] {
    const { messages } = this.#deps;
    if (messages.find(messageId)?.conversationId === id) return messages.pathTo(messageId);
    throw new AppError('NOT_FOUND', 'There is no such message in this conversation.');
  }
}

/** What was said, in pieces of at most so many characters. */
function pieces(history: readonly PastMessage[], size: number): readonly string[] {
  const said = history
    .filter(({ text }) => text !== '')
    .map(({ role, text }) => `${role === 'user' ? 'User' : 'Assistant'}: ${text}`)
    .join('\n\n');
  return Array.from({ length: Math.ceil(said.length / size) }, (_, index) =>
    said.slice(index * size, (index + 1) * size),
  );
}
