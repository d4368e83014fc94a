import type { AppEvent } from '../../shared/contract';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Message } from '../../shared/model';
import type { ConversationStore } from '../storage/conversation-store';
import type { MessageStore } from '../storage/message-store';
import type { ChatModel } from './chat-model';
import type { Requests } from './requests';
import type { SettingsService } from './settings-service';
import { titleFrom } from './title';
import { wholeAnswer } from './whole-answer';

/** The cheapest of OpenAI's models. */
const MODEL = 'gpt-6-luna';
/** Enough for a title in any language; what a long question says further on does not change what it is about. */
const MOST_TOKENS = 24;
const MOST_CHARACTERS = 2000;
const INSTRUCTIONS =
  // eslint-disable-next-line parley/words-in-catalogue -- the model reads it
  'Give this request a title of two to six words, in the language of the request. Answer with the title alone: ' +
  'no quotation marks, no full stop. Do not answer the request.';

export interface TitleServiceDeps {
  readonly conversations: ConversationStore;
  readonly messages: MessageStore;
  readonly model: ChatModel;
  readonly requests: Requests;
  readonly settings: Pick<SettingsService, 'all'>;
  readonly emit: (event: AppEvent) => void;
}

/** Words the title of a conversation that has been called by the first words of its question. */
export class TitleService {
  readonly #deps: TitleServiceDeps;
  readonly #abort = new AbortController();

  constructor(deps: TitleServiceDeps) {
    this.#deps = deps;
  }

  /**
   * After the first answer, by one call to the cheapest model of OpenAI's own server, unless the user does not
   * want it. A title that could not be had is not worth a word: the first words of the question stay.
   */
  async answered({ status, conversationId, parentId }: Message): Promise<void> {
    const { conversations, messages, settings, emit } = this.#deps;
    if (status !== 'done' || !settings.all().titles || !conversations.untitled(conversationId)) return;
    const question = parentId === null ? undefined : messages.find(parentId);
    if (question?.parentId !== null) return;
    const title = await this.#title(question).catch(() => null);
    if (title === null || this.#abort.signal.aborted) return;
    conversations.suggestTitle(conversationId, title);
    const conversation = conversations.find(conversationId);
    if (conversation) emit({ name: 'conversation.changed', conversation });
  }

  close(): void {
    this.#abort.abort();
  }

  async #title({ conversationId, text }: Message): Promise<string | null> {
    const { conversations, requests } = this.#deps;
    const { accountId } = conversations.options(conversationId);
    const request = await requests.make({
      kind: 'title',
      conversationId,
      model: MODEL,
      options: { accountId, instructions: INSTRUCTIONS, effort: 'none', verbosity: 'low' },
      history: [{ role: 'user', text: text.slice(0, MOST_CHARACTERS), output: null, compacted: null }],
      maxOutputTokens: MOST_TOKENS,
    });
    if (request.connection.address !== OPENAI_ADDRESS) return null;
    const said = await wholeAnswer(this.#deps.model, request, this.#abort.signal);
    const title = said.replace(/^["'“«„\s]+|["'”»“.\s]+$/gu, '');
    return title === '' ? null : titleFrom(title);
  }
}
