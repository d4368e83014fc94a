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

export function createCommands(deps: CommandDeps): Commands {
  return {
    ...chatCommands(deps),
    ...listCommands(deps),
    ...conversationCommands(deps),
    ...windowCommands(deps),
  };
}

/** What is done to the open chat, or about it. */
function chatCommands({ library, navigation }: CommandDeps) {
  function deleteChat() {
    const { conversationId, temporary } = navigation.chat;
    if (temporary) return navigation.newChat(); // it is gone with that
    if (!library.find(conversationId)) return;
    navigation.leave(conversationId);
    navigation.focusComposer();
    void library.remove([conversationId]);
  }

  /** A temporary chat is nowhere but in its window. */
  const inKept = (act: (id: string) => void) =>
    inChat(navigation, () => {
      if (!navigation.chat.temporary) act(navigation.chat.conversationId);
    });

  return {
    'new-chat': () => navigation.newChat(),
    'temporary-chat': () => navigation.newTemporaryChat(),
    'chat-options': () => {
      navigation.focusComposer();
      navigation.choosingOptions = true;
    },
    'archive-chat': inKept((id) => void library.archive([id])),
    'export-chat': inKept((id) => (navigation.exporting = [id])),
    'delete-chat': inChat(navigation, deleteChat),
    'import-chats': () => (navigation.importing = true),
    'focus-composer': () => navigation.focusComposer(),
    'choose-model': () => navigation.chooseModel(),
    stop: () => void navigation.chat.stop(),
  };
}

/** From chat to chat, as they are listed. */
function listCommands({ list, navigation }: CommandDeps) {
  function open(id: string | undefined) {
    if (id !== undefined) navigation.open(id);
  }

  function step(by: 1 | -1) {
    const here = list.chats.indexOf(navigation.chat.conversationId);
    open(list.chats[here === -1 ? 0 : here + by]);
  }

  const nth = (number: number) => () => open(list.chats[number - 1]);
  return {
    'previous-chat': () => step(-1),
    'next-chat': () => step(1),
    ...{ 'chat-1': nth(1), 'chat-2': nth(2), 'chat-3': nth(3), 'chat-4': nth(4), 'chat-5': nth(5) },
    ...{ 'chat-6': nth(6), 'chat-7': nth(7), 'chat-8': nth(8), 'chat-9': nth(9) },
  };
}

/** What is done with what was written. */
function conversationCommands({ navigation }: CommandDeps) {
  const answers = () => navigation.chat.path.filter(({ role }) => role === 'assistant');

  function regenerate() {
    const answer = answers().at(-1);
    if (answer?.parentId)
      void navigation.chat.again(answer.parentId, navigation.chat.model ?? answer.model ?? '');
  }

  function copyLast() {
    const text = answers().at(-1)?.text ?? '';
    if (text !== '') void copyAnswer(text, {});
  }

  function copyCode() {
    void copyLastCode(
      answers()
        .map(({ text }) => text)
        .toReversed(),
    );
  }

  return {
    find: () => findInChat(navigation),
    'find-next': () => findStep(navigation, 1),
    'find-previous': () => findStep(navigation, -1),
    regenerate: inChat(navigation, regenerate),
    'copy-answer': inChat(navigation, copyLast),
    'copy-code': inChat(navigation, copyCode),
  };
}

/** What the window shows beside a chat. */
function windowCommands({ navigation, narrow }: CommandDeps) {
  return {
    search: () => (navigation.palette = !navigation.palette),
    'open-settings': () => navigation.openSettings(),
    'open-usage': () => navigation.show('usage'),
    'open-archive': () => navigation.show('archive'),
    'open-trash': () => navigation.show('trash'),
    'what-is-a-token': () => (navigation.explaining = true),
    'shortcut-list': () => (navigation.listingShortcuts = true),
    'toggle-sidebar': () => navigation.toggleSidebar(narrow()),
    'next-pane': () => cyclePanes(1),
    'previous-pane': () => cyclePanes(-1),
  };
}

/** What is done to a chat is done to one that is seen. */
function inChat(navigation: Navigation, act: () => void): () => void {
  return () => {
    if (navigation.view === 'chat') act();
  };
}
