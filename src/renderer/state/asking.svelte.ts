import type { AppEvent } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { ChatOptions, Draft, Message } from '../../shared/model';
import type { Api } from '../api';
import type { Branches } from './branches.svelte';
import type { LiveTurn } from './live-turn.svelte';
import { newAnswer, newQuestion } from './new-message';
import type { Typed } from './typed.svelte';

type Place = Draft['place'];

interface AskingDeps {
  readonly api: Api;
  readonly conversationId: string;
  readonly branches: Branches;
  readonly turn: LiveTurn;
  readonly typed: Typed;
  readonly options: () => ChatOptions;
  readonly temporary: boolean;
  /** By which main knows the window; null where it has no name. */
  readonly window: string | null;
}

/** Puts questions to main. Each shows before main has answered, and stays, with the reason, where main refuses it. */
export class Asking {
  readonly #deps: AskingDeps;
  /** Where the questions that main has refused were typed. */
  #origins: Readonly<Record<string, Place>> = {};
  /** The question sent last, which the window brings into view. */
  newest = $state<string | null>(null);
  /** The answer that ended last while the window looked on. */
  justEnded = $state<string | null>(null);

  constructor(deps: AskingDeps) {
    this.#deps = deps;
  }

  /** `origin` is where it was typed, `leftOut` what it is asked without. */
  async askNew(
    parentId: string | null,
    text: string,
    model: string,
    origin: Place,
    leftOut: readonly string[] = [],
  ): Promise<void> {
    const question = newQuestion(this.#deps.conversationId, parentId, text);
    await this.#ask(leftOut.length > 0 ? { ...question, leftOut } : question, model, origin);
  }

  /** One that is there; or, where main never had it, as if it were new. */
  async again(question: Message, model: string, beyondBudget = false): Promise<void> {
    const refused = this.#deps.branches.isRefused(question.id);
    await this.#ask(question, model, (refused && this.#origins[question.id]) || null, beyondBudget);
  }

  /** Rejects, with everything as it was, where main refuses it. */
  async continue(ended: Message, beyondBudget = false): Promise<void> {
    const { api, branches, conversationId, options, turn } = this.#deps;
    const answer: Message = { ...ended, status: 'streaming', error: null };
    branches.put(answer);
    turn.begin(answer);
    try {
      const call = { conversationId, answerId: answer.id, options: options(), ...through(beyondBudget) };
      await api.call('turn.continue', call);
    } catch (thrown) {
      turn.begin(null);
      branches.put(ended);
      throw thrown;
    }
  }

  /** An answer has begun, maybe by a wish of another window; that one's place is not taken for this one's. */
  heard({ question, answer }: Extract<AppEvent, { name: 'turn.started' }>): void {
    const { branches, turn } = this.#deps;
    if (turn.answer) return; // this window's own
    const known = branches.get(answer.id);
    const follows = [question?.id, question?.parentId].includes(branches.leafId);
    if (known) branches.put(answer);
    else branches.add([...(question && !branches.get(question.id) ? [question] : []), answer]);
    if (!known && (follows || branches.leafId === null)) branches.leafId = answer.id;
    turn.begin(answer);
  }

  /** Keeps the answer as it ended. True where it was the one being written, and is whole. */
  end(ended: Message): boolean {
    const { branches, turn } = this.#deps;
    const live = turn.answer?.id === ended.id;
    const answer = turn.end(ended);
    if (!branches.get(answer.id)) return false;
    branches.put(answer);
    this.justEnded = answer.id;
    return live && answer.status === 'done';
  }

  /** A question that main never had is nobody's any more. */
  forget(message: Message): void {
    const { branches, typed } = this.#deps;
    branches.forget(message);
    const origin = this.#origins[message.id];
    if (origin !== undefined) typed.arrived(origin);
  }

  /** Without an origin main has the question. */
  async #ask(question: Message, model: string, origin: Place | null, beyondBudget = false): Promise<void> {
    const { api, branches, conversationId, temporary, turn, typed, window } = this.#deps;
    const { id: questionId, parentId, text, leftOut } = question;
    const answer = newAnswer(question, model);
    branches.open(question, answer);
    turn.begin(answer);
    this.newest = questionId;
    if (origin !== null) typed.leave(origin);
    const asked = { model, options: this.#deps.options(), ...through(beyondBudget) };
    const call = { conversationId, questionId, answerId: answer.id, ...asked };
    try {
      if (origin === null) return await api.call('turn.again', call);
      const without = leftOut && { leaveOut: [...leftOut] };
      const kept = temporary ? { temporary, ...(window !== null && { window }) } : { place: origin };
      await api.call('turn.start', { ...call, parentId, text, ...kept, ...without });
      branches.stored(questionId);
      typed.arrived(origin);
    } catch (thrown) {
      branches.refuse(answer.id);
      if (origin !== null) {
        branches.refuse(questionId);
        this.#origins = { ...this.#origins, [questionId]: origin };
        typed.stranded();
      }
      this.end({ ...answer, status: 'failed', error: AppError.from(thrown).toData() });
    }
  }
}

/** Said only where it is so: most calls stay within the budget. */
const through = (beyondBudget: boolean) => (beyondBudget ? { beyondBudget } : {});
