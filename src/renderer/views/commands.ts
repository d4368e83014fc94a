import type { WindowCommand } from '../../shared/commands';
import { copyLastCode } from '../markdown/write/copy-code';
import { copyAnswer } from '../markdown/write/copy-answer';
import { cyclePanes } from '../lib/panes';
import type { ChatList } from '../state/chat-list.svelte';
import type { Library } from '../state/library.svelte';
import type { Navigation } from '../state/navigation.svelte';
import { findInChat, findStep } from './finding';

/** What the window does for each command. */
export type Commands = Readonly<Record<WindowCommand, () => void>>;

interface CommandDeps {
  readonly library: Library;
  /** As they stand in the sidebar. */
  readonly list: ChatList;
  readonly navigation: Navigation;
  readonly narrow: () => boolean;
}

export function createCommands({ library, list, navigation, narrow }: CommandDeps): Commands {
  const lastAnswer = () => navigation.chat.path.findLast(({ role }) => role === 'assistant');

  function stepChat(by: 1 | -1) {
    const here = list.chats.indexOf(navigation.chat.conversationId);
    const next = list.chats[here === -1 ? 0 : here + by];
    if (next !== undefined) navigation.open(next);
  }

  function deleteChat() {
    const { conversationId } = navigation.chat;
    if (!library.find(conversationId)) return;
    navigation.leave(conversationId);
    navigation.focusComposer();
    void library.remove([conversationId]);
  }

  function regenerate() {
    const answer = lastAnswer();
    if (answer?.parentId)
      void navigation.chat.again(answer.parentId, navigation.chat.model ?? answer.model ?? '');
  }

  function copyLast() {
    const answer = lastAnswer();
    if (answer && answer.text !== '') void copyAnswer(answer.text, {});
  }

  function copyCode() {
    const texts = navigation.chat.path.filter(({ role }) => role === 'assistant').map(({ text }) => text);
    void copyLastCode(texts.toReversed());
  }

  /** As they are listed. */
  function openNth(number: number) {
    const id = list.chats[number - 1];
    if (id !== undefined) navigation.open(id);
  }

  /** What is done to a chat is done to one that is seen. */
  const inChat = (act: () => void) => () => {
    if (navigation.view === 'chat') act();
  };

  return {
    'new-chat': () => navigation.newChat(),
    search: () => (navigation.palette = !navigation.palette),
    'open-settings': () => (navigation.settings = 'account'),
    'open-usage': () => navigation.show('usage'),
    'import-chats': () => (navigation.importing = true),
    'what-is-a-token': () => (navigation.explaining = true),
    'toggle-sidebar': () => navigation.toggleSidebar(narrow()),
    'focus-composer': () => navigation.focusComposer(),
    'choose-model': () => navigation.chooseModel(),
    find: () => findInChat(navigation),
    'find-next': () => findStep(navigation, 1),
    'find-previous': () => findStep(navigation, -1),
    regenerate: inChat(regenerate),
    'copy-answer': inChat(copyLast),
    'copy-code': inChat(copyCode),
    'delete-chat': inChat(deleteChat),
    'previous-chat': () => stepChat(-1),
    'next-chat': () => stepChat(1),
    'chat-1': () => openNth(1),
    'chat-2': () => openNth(2),
    'chat-3': () => openNth(3),
    'chat-4': () => openNth(4),
    'chat-5': () => openNth(5),
    'chat-6': () => openNth(6),
    'chat-7': () => openNth(7),
    'chat-8': () => openNth(8),
    'chat-9': () => openNth(9),
    'next-pane': () => cyclePanes(1),
    'previous-pane': () => cyclePanes(-1),
    'shortcut-list': () => (navigation.listingShortcuts = true),
    'chat-options': () => {
      navigation.focusComposer();
      navigation.choosingOptions = true;
    },
    'archive-chat': inChat(() => void library.archive([navigation.chat.conversationId])),
    'export-chat': inChat(() => (navigation.exporting = [navigation.chat.conversationId])),
    'open-archive': () => navigation.show('archive'),
    'open-trash': () => navigation.show('trash'),
    stop: () => void navigation.chat.stop(),
  };
}
