import type { ChatOptions } from '../../shared/model';
import type { FolderStore } from '../storage/folder-store';
import type { PastMessage } from '../storage/message-store';
import type { ParameterStore } from '../storage/parameter-store';
import type { AnswerRequest } from './chat-model';
import { factsOf } from './model-facts';
import type { Connection } from './server';
import type { SettingsService } from './settings-service';

export interface RequestsDeps {
  readonly folders: FolderStore;
  readonly parameters: ParameterStore;
  readonly settings: Pick<SettingsService, 'all'>;
  /** Null: of the default account. Rejects with `NO_ACCOUNT` or `NO_API_KEY`. */
  readonly connection: (accountId: string | null) => Promise<Connection>;
}

export interface Question
  extends Pick<AnswerRequest, 'kind'>, Partial<Pick<AnswerRequest, 'answerId' | 'beyondBudget'>> {
  readonly conversationId: string;
  readonly model: string;
  readonly options: ChatOptions;
  readonly history: readonly PastMessage[];
  readonly maxOutputTokens?: number;
  /** Ids of messages that stay here; `instructions` for the instructions. */
  readonly leaveOut?: readonly string[];
}

/** Makes requests of what a conversation asks: with its account, and with nothing that the model does not know. */
export class Requests {
  readonly #deps: RequestsDeps;

  constructor(deps: RequestsDeps) {
    this.#deps = deps;
  }

  async make(question: Question): Promise<AnswerRequest> {
    const { kind, conversationId, model, options, leaveOut = [] } = question;
    const { connection: connect, parameters } = this.#deps;
    const connection = await connect(options.accountId);
    const { reasons, efforts, verbosity, maxOutput } = factsOf(model);
    const { longestAnswer } = this.#deps.settings.all();
    const instructions = leaveOut.includes('instructions') ? '' : this.#instructions(question);
    const history = question.history.filter(({ id }) => id === undefined || !leaveOut.includes(id));
    return {
      kind,
      answerId: question.answerId ?? null,
      beyondBudget: question.beyondBudget ?? false,
      connection,
      model,
      instructions: instructions.trim() === '' ? null : instructions,
      history,
      conversationId,
      reasons,
      effort: options.effort !== null && efforts.includes(options.effort) ? options.effort : null,
      verbosity: verbosity ? options.verbosity : null,
      maxOutputTokens:
        question.maxOutputTokens ?? (kind === 'answer' ? least(longestAnswer, maxOutput) : null),
      without: parameters.refusedBy(connection.accountId, model),
    };
  }

  /** The conversation's own, or those of its folder, or the usual ones. */
  #instructions({ conversationId, options }: Question): string {
    const { folders, settings } = this.#deps;
    const own = options.instructions ?? folders.instructions(conversationId, options.folderId ?? null);
    return own ?? settings.all().instructions;
  }
}

/** No more than is wanted, nor than the model can; null where neither is a limit that one must name. */
function least(wanted: number | null, most: number | null): number | null {
  return wanted === null || most === null ? wanted : Math.min(wanted, most);
}
