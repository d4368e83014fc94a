import { untrack } from 'svelte';
import type { Input } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { ChatOptions, Message } from '../../shared/model';
import type { CodeLanguage, Estimate, Inspection } from '../../shared/request';
import type { Api } from '../api';
import type { Branches } from './branches.svelte';
import type { Typed } from './typed.svelte';

type Draft = Input<'request.estimate'>;

/** Main is asked when nothing has changed for so long. */
const PAUSE_MS = 250;
/** A server is sent what it counts: it is asked when one has stopped to think. */
const COUNT_PAUSE_MS = 1000;

interface NextRequestDeps {
  readonly api: Api;
  readonly conversationId: string;
  readonly branches: Branches;
  readonly typed: Typed;
  readonly options: () => ChatOptions;
  readonly loaded: () => boolean;
}

/** What would be sent if the draft of one chat were sent now. */
export class NextRequest {
  readonly #deps: NextRequestDeps;
  /** Nothing that is late speaks for a draft that has changed since. */
  #draft: Draft | null = null;
  #edit: Draft | null = null;
  #inspected: Draft | null = null;
  /** Set for the last draft: counts it by itself where that is wanted. */
  #counter: ReturnType<typeof setTimeout> | undefined;

  /** What the next question is asked without: ids of messages, and `instructions`. */
  leaveOut = $state.raw<readonly string[]>([]);
  /** Null where there is nothing to send, or nobody knows yet. */
  estimate = $state.raw<Estimate | null>(null);
  /** Of the question that is being put in other words. */
  editEstimate = $state.raw<Estimate | null>(null);
  /** Someone looks at it, item by item. */
  inspecting = $state(false);
  inspection = $state.raw<Inspection | null>(null);
  /** Tokens of the request, as the server counts them. */
  exact = $state<number | null>(null);
  counting = $state(false);
  /** Why the server did not count, or main did not tell. */
  error = $state.raw<AppErrorData | null>(null);

  constructor(deps: NextRequestDeps) {
    this.#deps = deps;
  }

  /** Asks main once the draft has rested. To be called again when it changes; returns what ends the wait. */
  follow(model: string, countAbove: () => number | null): () => void {
    const { branches, loaded, typed } = this.#deps;
    const anything = branches.path.length > 0 || typed.box.trim() !== '';
    const draft =
      loaded() && anything && model !== ''
        ? this.#about(branches.lastAnswer, typed.box, model, this.leaveOut)
        : null;
    return untrack(() => {
      this.#forget(draft);
      if (!draft) this.estimate = null;
      const timer = setTimeout(
        () => draft && void this.#ask(draft, countAbove()),
        this.inspecting ? 0 : PAUSE_MS,
      );
      return () => {
        clearTimeout(timer);
        clearTimeout(this.#counter);
      };
    });
  }

  /** The same for the question that is being put in other words. Nothing of it is left out. */
  followEdit(model: string): () => void {
    const { branches, typed } = this.#deps;
    const question = typed.edit && branches.get(typed.edit.questionId);
    const draft = question && typed.edit ? this.#about(question.parentId, typed.edit.text, model, []) : null;
    return untrack(() => {
      this.#edit = draft;
      if (!draft) this.editEstimate = null;
      const timer = setTimeout(() => draft && void this.#askOfEdit(draft), PAUSE_MS);
      return () => clearTimeout(timer);
    });
  }

  /** What asking a question once more would be; null where nobody knows. */
  again(question: Message, model: string): Promise<Estimate | null> {
    return this.#estimateOf(this.#about(question.parentId, question.text, model, question.leftOut ?? []));
  }

  async inspect(): Promise<void> {
    this.inspecting = true;
    if (this.#draft && this.#inspected !== this.#draft) await this.#inspect(this.#draft);
  }

  /** Sends an item, or leaves it out this time. */
  send(id: string, sent: boolean): void {
    const others = this.leaveOut.filter((other) => other !== id);
    this.leaveOut = sent ? others : [...others, id];
  }

  /** Has the server count. It is sent the draft for that. */
  async count(): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.counting) return;
    this.counting = true;
    this.error = null;
    try {
      const exact = await this.#deps.api.call('request.count', draft);
      if (draft === this.#draft) this.exact = exact;
    } catch (thrown) {
      if (draft === this.#draft) this.error = AppError.from(thrown).toData();
    } finally {
      this.counting = false;
    }
  }

  /** The request as a program that makes it; empty where there is none. */
  async code(language: CodeLanguage): Promise<string> {
    return this.#draft ? this.#deps.api.call('request.code', { ...this.#draft, language }) : '';
  }

  /** What the question that is sent now leaves out of its own branch. The next one leaves out nothing. */
  take(): readonly string[] {
    const { leaveOut } = this;
    if (leaveOut.length === 0) return leaveOut;
    const here = ['instructions', ...this.#deps.branches.path.map(({ id }) => id)];
    this.leaveOut = [];
    return leaveOut.filter((id) => here.includes(id));
  }

  #about(parentId: string | null, text: string, model: string, leaveOut: readonly string[]): Draft {
    const { conversationId, options } = this.#deps;
    return { conversationId, parentId, text, model, options: options(), leaveOut: [...leaveOut] };
  }

  #forget(draft: Draft | null): void {
    this.#draft = draft;
    this.exact = null;
    this.error = null;
    if (!draft) this.inspection = null;
  }

  async #ask(draft: Draft, countAbove: number | null): Promise<void> {
    if (this.inspecting) await this.#inspect(draft);
    else {
      const estimate = await this.#estimateOf(draft);
      if (draft === this.#draft) this.estimate = estimate;
    }
    const { estimate } = this;
    if (draft !== this.#draft || countAbove === null || draft.text.trim() === '') return;
    if ((estimate?.inputMicros ?? 0) > countAbove)
      this.#counter = setTimeout(() => void this.#countAlone(draft), COUNT_PAUSE_MS - PAUSE_MS);
  }

  async #askOfEdit(draft: Draft): Promise<void> {
    const estimate = await this.#estimateOf(draft);
    if (draft === this.#edit) this.editEstimate = estimate;
  }

  /** An estimate that cannot be had is no reason to trouble anyone. */
  #estimateOf(draft: Draft): Promise<Estimate | null> {
    return this.#deps.api.call('request.estimate', draft).catch(() => null);
  }

  async #inspect(draft: Draft): Promise<void> {
    try {
      const inspection = await this.#deps.api.call('request.inspect', draft);
      if (draft !== this.#draft) return;
      this.#inspected = draft;
      this.inspection = inspection;
      this.estimate = inspection.estimate;
    } catch (thrown) {
      if (draft === this.#draft) this.error = AppError.from(thrown).toData();
    }
  }

  async #countAlone(draft: Draft): Promise<void> {
    if (this.#inspected !== draft) await this.#inspect(draft);
    if (this.#inspected === draft && draft === this.#draft && this.inspection?.countable) await this.count();
  }
}
