import type { MessageActions } from '../components/chat/message-actions';
import type { MenuItem } from '../components/ui/menu-item';
import type { ErrorAction } from '../lib/error-copy';
import { copyText } from '../lib/copy-text';
import { effortNames } from '../lib/effort-names';
import { plainText } from '../markdown/plain-text';
import type { Accounts } from '../state/accounts.svelte';
import type { Chat } from '../state/chat.svelte';
import type { Library } from '../state/library.svelte';
import type { Models } from '../state/models.svelte';
import type { Navigation } from '../state/navigation.svelte';
import type { Message } from '../../shared/model';

interface Deps {
  readonly accounts: Accounts;
  readonly library: Library;
  readonly models: Models;
  readonly navigation: Navigation;
  /** What the next question asks. */
  readonly model: () => string;
}

/** What can be done with the messages of the open chat, said once for all of them. */
export class ChatActions implements MessageActions {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get #chat(): Chat {
    return this.#deps.navigation.chat;
  }

  /** Only OpenAI's newer API can compact. */
  offers(action: ErrorAction): boolean {
    const account = this.#deps.accounts.of(this.#chat.options.accountId);
    return action !== 'compact' || account?.api === 'responses';
  }

  act(action: ErrorAction, answer: Message): void {
    const { navigation, model } = this.#deps;
    const questionId = answer.parentId ?? '';
    const question = this.#chat.path.find(({ id }) => id === questionId);
    if (action === 'retry') this.again(answer);
    else if (action === 'continue') void this.#chat.continue(answer.id);
    else if (action === 'compact') void this.#chat.compact(questionId, model());
    else if (action === 'summarise') void this.#summarise(questionId);
    else if (action === 'edit' && question) this.edit(question, question.text);
    else if (action === 'switch-model' || action === 'bigger-model') navigation.choosingModel = true;
    else navigation.settings = 'account';
  }

  again(answer: Message): void {
    const { navigation, model } = this.#deps;
    if (answer.parentId === null) return;
    void this.#chat.again(answer.parentId, model());
    navigation.focusComposer(); // The button goes with the answer.
  }

  againWith(answer: Message): readonly MenuItem[] {
    const { models, model } = this.#deps;
    const choices = models.choices(this.#chat.options.accountId, model());
    const { efforts = [] } = models.fact(model()) ?? {};
    return [
      ...choices.map(({ id, name }) => ({
        id: `model ${id}`,
        label: name,
        onselect: () => {
          this.#chat.model = id;
          this.again(answer);
        },
      })),
      ...efforts.map((effort) => ({
        id: `effort ${effort}`,
        label: `Thinking: ${effortNames[effort]}`,
        onselect: () => {
          void this.#chat.configure({ effort });
          this.again(answer);
        },
      })),
    ];
  }

  more(message: Message): readonly MenuItem[] {
    const { text } = message;
    const copies = [
      { id: 'markdown', label: 'Copy as Markdown', onselect: () => void copyText(text) },
      { id: 'plain', label: 'Copy as plain text', onselect: () => void plainText(text).then(copyText) },
    ];
    return [
      ...(text === '' ? [] : copies),
      { id: 'fork', label: 'New chat from here', onselect: () => void this.#fork(message) },
      { id: 'delete', label: 'Delete', danger: true, onselect: () => void this.#remove(message) },
    ];
  }

  show(id: string): void {
    void this.#chat.show(id);
  }

  stop(): void {
    void this.#chat.stop();
  }

  tryNow(): void {
    void this.#chat.tryNow();
  }

  edit(question: Message, text: string | null): void {
    this.#chat.typed.edit = text === null ? null : { questionId: question.id, text };
  }

  sendEdit(): void {
    void this.#chat.edit(this.#deps.model());
    this.#deps.navigation.focusComposer();
  }

  async #fork(message: Message): Promise<void> {
    const { library, navigation } = this.#deps;
    const fork = await library.fork(this.#chat.conversationId, message.id);
    if (fork) navigation.open(fork.id);
  }

  async #remove(message: Message): Promise<void> {
    await this.#chat.remove(message);
    this.#deps.navigation.focusComposer();
  }

  /** A new chat that begins with what this one was about, to be looked at before it is sent. */
  async #summarise(questionId: string): Promise<void> {
    const { navigation, model } = this.#deps;
    const summary = await this.#chat.summary(questionId, model());
    if (summary === null) return;
    navigation.newChat();
    navigation.chat.typed.box = summary;
  }
}
