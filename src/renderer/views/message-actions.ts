import type { MessageActions } from '../components/chat/message-actions';
import type { MenuItem } from '../components/ui/menu-item';
import { copyText } from '../lib/copy-text';
import { effortNames } from '../lib/effort-names';
import { plainText } from '../markdown/plain-text';
import type { Chat } from '../state/chat.svelte';
import type { Library } from '../state/library.svelte';
import type { Models } from '../state/models.svelte';
import type { Navigation } from '../state/navigation.svelte';
import type { Message } from '../../shared/model';

interface Deps {
  readonly library: Library;
  readonly models: Models;
  readonly navigation: Navigation;
  /** What the next question asks. */
  readonly model: () => string;
}

/** What can be done with the messages of the open chat, said once for all of them. */
export function messageActions({ library, models, navigation, model }: Deps): MessageActions {
  const chat = (): Chat => navigation.chat;

  function again(answer: Message): void {
    if (answer.parentId === null) return;
    void chat().again(answer.parentId, model());
    navigation.focusComposer(); // The button goes with the answer.
  }

  function againWith(answer: Message): readonly MenuItem[] {
    const { efforts = [] } = models.fact(model()) ?? {};
    const choices = models.choices(chat().options.accountId, model());
    return [
      ...choices.map(({ id, name }) => ({
        id: `model ${id}`,
        label: name,
        onselect: () => {
          chat().model = id;
          again(answer);
        },
      })),
      ...efforts.map((effort) => ({
        id: `effort ${effort}`,
        label: `Thinking: ${effortNames[effort]}`,
        onselect: () => {
          void chat().configure({ effort });
          again(answer);
        },
      })),
    ];
  }

  function more(message: Message): readonly MenuItem[] {
    const words =
      message.text === ''
        ? []
        : [
            { id: 'markdown', label: 'Copy as Markdown', onselect: () => void copyText(message.text) },
            {
              id: 'plain',
              label: 'Copy as plain text',
              onselect: () => void plainText(message.text).then(copyText),
            },
          ];
    return [
      ...words,
      { id: 'fork', label: 'New chat from here', onselect: () => void fork(message) },
      { id: 'delete', label: 'Delete', danger: true, onselect: () => void remove(message) },
    ];
  }

  async function fork(message: Message): Promise<void> {
    const fork = await library.fork(chat().conversationId, message.id);
    if (fork) navigation.open(fork.id);
  }

  async function remove(message: Message): Promise<void> {
    await chat().remove(message);
    navigation.focusComposer();
  }

  /** A new chat that begins with what this one was about, to be looked at before it is sent. */
  async function summarise(questionId: string): Promise<void> {
    const summary = await chat().summary(questionId, model());
    if (summary === null) return;
    navigation.newChat();
    chat().typed.box = summary;
  }

  return {
    again,
    againWith,
    more,
    show: (id) => void chat().show(id),
    stop: () => void chat().stop(),
    tryNow: () => void chat().tryNow(),
    edit: (question, text) => (chat().typed.edit = text === null ? null : { questionId: question.id, text }),
    sendEdit: () => {
      void chat().edit(model());
      navigation.focusComposer();
    },
    act(action, answer) {
      const questionId = answer.parentId ?? '';
      if (action === 'retry') again(answer);
      else if (action === 'continue') void chat().continue(answer.id);
      else if (action === 'compact') void chat().compact(questionId, model());
      else if (action === 'summarise') void summarise(questionId);
      else if (action === 'edit') {
        const question = chat().path.find(({ id }) => id === questionId);
        if (question) chat().typed.edit = { questionId, text: question.text };
      } else if (action === 'switch-model' || action === 'bigger-model') navigation.choosingModel = true;
      else navigation.settings = 'account';
    },
  };
}
