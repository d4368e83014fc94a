import type { Message } from '../../shared/model';
import type { Receipt } from '../../shared/money';
import { words } from '../../shared/words';
import type { MessageActions } from '../components/chat/message-actions';
import type { MenuItem } from '../components/ui/menu-item';
import { copyText } from '../lib/copy-text';
import type { ErrorAction } from '../lib/error-copy';
import { uncachedWords } from '../lib/request-words';
import type { Reader } from '../markdown/reader';
import { plainText } from '../markdown/plain-text';
import { copyAnswer, copyFormatted } from '../markdown/write/copy-answer';
import type { Accounts } from '../state/accounts.svelte';
import type { Chat } from '../state/chat.svelte';
import type { Doctor } from '../state/doctor.svelte';
import type { Library } from '../state/library.svelte';
import type { Models } from '../state/models.svelte';
import type { Navigation } from '../state/navigation.svelte';
import type { SettingsState } from '../state/settings.svelte';

interface Deps {
  readonly accounts: Accounts;
  readonly doctor: Pick<Doctor, 'look'>;
  readonly library: Library;
  readonly models: Models;
  readonly navigation: Navigation;
  readonly settings: SettingsState;
  /** How answers are read. */
  readonly reader: Reader;
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

  keys(command: 'regenerate' | 'copy-answer'): string {
    return this.#deps.settings.keys(command);
  }

  offers(action: ErrorAction, answer: Message): boolean {
    const { accounts } = this.#deps;
    const follows = this.#question(answer)?.parentId != null;
    // Only OpenAI's newer API can compact; and where nothing was said before, only the question can be shortened.
    if (action === 'compact')
      return follows && accounts.of(this.#chat.options.accountId)?.api === 'responses';
    if (action === 'edit') return !(follows && answer.error?.code === 'TOO_LONG');
    return action !== 'summarise' || follows;
  }

  act(action: ErrorAction, answer: Message): void {
    const { navigation } = this.#deps;
    const question = this.#question(answer);
    if (action === 'retry') this.again(answer);
    else if (action === 'send-anyway') this.#sendAnyway(answer);
    else if (action === 'check-account') void this.#check(answer);
    else if (action === 'open-network') navigation.settings = 'network';
    else if (action === 'raise-budget') navigation.settings = 'budgets';
    else if (action === 'set-price') navigation.settings = 'models';
    else if (action === 'continue') this.#continue(answer);
    else if (action === 'compact' && question) this.#compact(question);
    else if (action === 'summarise' && question) this.#summarise(question);
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
    const { options } = this.#chat;
    const facts = models.fact(model());
    const efforts = (facts?.efforts ?? []).map((effort) => ({
      ...{
        id: `effort ${effort}`,
        label: words.models.effortsInFull[effort],
        group: words.chat.chatActions.thinking,
      },
      checked: effort === (options.effort ?? facts?.defaultEffort),
      onselect: () => {
        void this.#chat.configure({ effort });
        this.again(answer);
      },
    }));
    const choices = models.choices(options.accountId, model()).map(({ id, name }) => ({
      ...{ id: `model ${id}`, label: name, group: words.chat.chatActions.with },
      checked: id === model(),
      onselect: () => {
        this.#chat.model = id;
        this.again(answer);
      },
    }));
    return [...efforts, ...choices];
  }

  async againCost(answer: Message): Promise<string | null> {
    const question = this.#question(answer);
    return question ? uncachedWords(await this.#chat.next.again(question, this.#deps.model())) : null;
  }

  readModels(): void {
    void this.#deps.models.need(this.#chat.options.accountId);
  }

  copy({ role, text }: Message): Promise<void> {
    return role === 'assistant' ? copyAnswer(text, this.#deps.reader) : copyText(text);
  }

  more(message: Message): readonly MenuItem[] {
    const { text } = message;
    const said = words.chat.chatActions;
    const copies = [
      { id: 'markdown', label: said.copyMarkdown, onselect: () => void copyText(text) },
      {
        id: 'formatted',
        label: said.copyFormatted,
        onselect: () => void copyFormatted(text, this.#deps.reader),
      },
      { id: 'plain', label: said.copyPlain, onselect: () => void plainText(text).then(copyText) },
    ];
    const fork = { id: 'fork', label: said.fork, onselect: () => void this.#fork(message) };
    return [
      ...(text === '' ? [] : copies),
      ...(this.#chat.temporary ? [] : [fork]),
      { id: 'delete', label: said.remove, danger: true, onselect: () => void this.#remove(message) },
    ];
  }

  receipts({ id }: Message): Promise<readonly Receipt[]> {
    return this.#chat.receipts(id);
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
    const { typed } = this.#chat;
    if (text !== null && typed.edit?.questionId !== question.id) typed.openEdit(question.id, text);
    else typed.edit = text === null ? null : { questionId: question.id, text };
  }

  sendEdit(): void {
    void this.#chat.edit(this.#deps.model());
    this.#deps.navigation.focusComposer();
  }

  editCost(): string | null {
    return uncachedWords(this.#chat.next.editEstimate);
  }

  /** The account that was asked may not be the chat's any longer. */
  async #check(answer: Message): Promise<void> {
    const { accounts, doctor } = this.#deps;
    const asked = (await this.#chat.receipts(answer.id)).at(-1)?.accountId;
    const account = accounts.of(asked ?? this.#chat.options.accountId);
    if (account) await doctor.look(account.id);
  }

  #question(answer: Message): Message | undefined {
    return this.#chat.path.find(({ id }) => id === answer.parentId);
  }

  /** Past the budgets: an answer that had begun goes on. */
  #sendAnyway(answer: Message): void {
    const { navigation, model } = this.#deps;
    if (answer.text !== '') void this.#chat.continue(answer.id, true);
    else if (answer.parentId !== null) void this.#chat.again(answer.parentId, model(), true);
    navigation.focusComposer(); // The card goes.
  }

  #continue(answer: Message): void {
    void this.#chat.continue(answer.id);
    this.#deps.navigation.focusComposer(); // The button goes with the end of the answer.
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

  #compact({ id }: Message): void {
    const chat = this.#chat;
    const model = this.#deps.model();
    void chat.outgrown.compact(id, model, () => void chat.again(id, model));
  }

  /** A new chat of the same kind that begins with what this one was about, to be looked at before it is sent. */
  #summarise({ id }: Message): void {
    const { navigation, model } = this.#deps;
    const chat = this.#chat;
    const asked = model();
    void chat.outgrown.summarise(id, asked, (text) => {
      if (chat.temporary) navigation.newTemporaryChat();
      else navigation.newChat();
      const fresh = navigation.chat;
      fresh.model = asked;
      void fresh.configure(chat.options);
      fresh.typed.box = [fresh.typed.box, text].filter((part) => part !== '').join('\n\n');
    });
  }
}
