import type { Transcript } from '../../shared/model';
import type { Api } from '../api';
import type { Branches } from './branches.svelte';
import type { Trouble } from './trouble.svelte';

interface OutgrownDeps {
  readonly api: Api;
  readonly conversationId: string;
  readonly branches: Branches;
  readonly trouble: Trouble;
  /** Takes the conversation as main has it now. */
  readonly take: (stored: Transcript) => void;
}

/** Ways on for a conversation that is too long for its model. Each is one request that takes its time. */
export class Outgrown {
  readonly #deps: OutgrownDeps;
  working = $state<'compacting' | 'summarising' | null>(null);

  constructor(deps: OutgrownDeps) {
    this.#deps = deps;
  }

  /** Has later requests carry a digest of everything before a question, which can then be asked again. */
  async compact(questionId: string, model: string, then: () => void): Promise<void> {
    const { api, conversationId: id, take } = this.#deps;
    await this.#work('compacting', questionId, async (messageId) => {
      take(await api.call('conversations.compact', { id, messageId, model }));
      return then;
    });
  }

  /** Everything before a question in few words, and the question. */
  async summarise(questionId: string, model: string, then: (text: string) => void): Promise<void> {
    const { api, branches, conversationId: id } = this.#deps;
    await this.#work('summarising', questionId, async (messageId) => {
      const { text } = await api.call('conversations.summarise', { id, messageId, model });
      const question = branches.get(questionId)?.text ?? '';
      return () => then(`${text}\n\n${question}`);
    });
  }

  /** What the work gives is called when it is over. Where nothing is before the question there is nothing to do. */
  async #work(
    what: 'compacting' | 'summarising',
    questionId: string,
    act: (messageId: string) => Promise<() => void>,
  ): Promise<void> {
    const { branches, trouble } = this.#deps;
    const messageId = branches.get(questionId)?.parentId;
    if (!messageId || this.working) return;
    let then = () => {};
    this.working = what;
    const again = () => this.#work(what, questionId, act);
    const done = await trouble.try(async () => (then = await act(messageId)), again);
    this.working = null;
    if (done) then();
  }
}
