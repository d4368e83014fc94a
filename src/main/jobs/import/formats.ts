/** Which formats are known, and where in a file of each the conversations lie. */
import type { ImportFormat } from '../../../shared/contract/import';
import type { KeptFolder } from '../../storage/arrival-store';
import type { ArrivingConversation, ReadyConversation } from './arriving';
import { readChatbox } from './chatbox';
import { readChatGpt } from './chatgpt';
import { type Elsewhere, readCherryStudio, topicsIn } from './cherry-studio';
import { readClaude } from './claude';
import { type Foreign, objectOf, type Shape, wordsOf } from './foreign-value';
import type { Kind, Path, Wish } from './json-splitter';
import { readLibreChat } from './librechat';
import { readOpenWebUi } from './open-webui';
import { readFolder, readParley, readVersion } from './parley';
import { Unreadable } from './refusal';
import { settle } from './settle';
import { words } from '../../../shared/words';

/** What one piece of a file holds. */
interface Read {
  readonly conversations?: readonly (ReadyConversation | null)[];
  readonly folder?: KeptFolder;
}

export interface Format extends Shape {
  readonly name: ImportFormat;
  /** Where the conversations lie, and what else is needed with them. */
  readonly wish: (path: Path, kind: Kind) => Wish;
  /** What is needed before the first conversation can be read; it may lie behind the last. */
  readonly first?: {
    readonly wish: Format['wish'];
    readonly shelve: (path: Path, value: unknown) => Shelved;
  };
  readonly read: (path: Path, value: unknown, elsewhere: Elsewhere) => Read;
}

/** What is put aside until it is asked for, by its id. */
type Shelved = readonly {
  readonly kind: keyof Elsewhere;
  readonly id: string;
  readonly value: unknown;
}[];

const DEEPEST = 64;
/** Every answer lies in its question there, and so on. */
const DEEPEST_TREE = 250_000;

/** The items of a list that is the whole file; a file that is one such item is as good. */
function listed(
  name: ImportFormat,
  read: (item: Foreign) => ArrivingConversation[],
  deepest = DEEPEST,
): Format {
  return {
    ...{ name, deepest },
    wish: (path, kind) => (path.length === 0 && kind === 'array' ? 'into' : 'take'),
    read: (_, value) => ({ conversations: ready(name, value, read) }),
  };
}

function ready(name: ImportFormat, value: unknown, read: (item: Foreign) => ArrivingConversation[]) {
  const item = objectOf(value);
  if (!item) throw new Unreadable(words.transfer.refusals.notAnObject);
  return read(item).map((conversation) => settle(name, conversation, Date.now()));
}

const chatbox: Format = {
  name: 'chatbox',
  deepest: DEEPEST,
  wish: ([key, index, ...rest]) => {
    if (key === undefined) return 'into';
    if (typeof key === 'string' && key.startsWith('session:')) return 'take';
    if (key !== 'chat-sessions' || rest.length > 0) return 'pass'; // Where older ones have them.
    return index === undefined ? 'into' : 'take';
  },
  read: (_, value) => ({ conversations: ready('chatbox', value, readChatbox) }),
};

/** Looks into `indexedDB` as far as one of its lists, and takes what is in that. */
const inDatabase =
  (list: string): Format['wish'] =>
  ([top, name, index]) => {
    if (top === undefined || (top === 'indexedDB' && name === undefined)) return 'into';
    if (top !== 'indexedDB' || name !== list) return 'pass';
    return index === undefined ? 'into' : 'take';
  };

const cherryStudio: Format = {
  name: 'cherry-studio',
  deepest: DEEPEST,
  wish: inDatabase('topics'),
  first: {
    wish: (path, kind) => {
      const [top, name] = path;
      if (top !== 'localStorage') return inDatabase('message_blocks')(path, kind);
      return name === undefined ? 'into' : name === 'persist:cherry-studio' ? 'take' : 'pass';
    },
    shelve: ([top], value) => {
      const found = top === 'localStorage' ? topicsIn(value) : [objectOf(value)];
      const kind = top === 'localStorage' ? 'topic' : 'block';
      return found.flatMap((item) => {
        const id = wordsOf(item?.['id']);
        return id === null ? [] : [{ kind, id, value: item }];
      });
    },
  },
  read: (_, value, elsewhere) => ({
    conversations: ready('cherry-studio', value, (topic) => readCherryStudio(topic, elsewhere)),
  }),
};

const parley: Format = {
  name: 'parley',
  deepest: DEEPEST,
  verbatim: ['output', 'response', 'error', 'compacted', 'tools'],
  wish: ([key, index]) => {
    if (key === undefined) return 'into';
    if (key === 'version') return 'take';
    if (key !== 'folders' && key !== 'conversations') return 'pass';
    return index === undefined ? 'into' : 'take';
  },
  read: ([key], value) => {
    if (key === 'conversations') return { conversations: [readParley(value)] };
    if (key === 'folders') return { folder: readFolder(value) };
    readVersion(value);
    return {};
  },
};

const chatGpt = listed('chatgpt', readChatGpt);
const claude = listed('claude', readClaude);
const libreChat = listed('librechat', readLibreChat, DEEPEST_TREE);
const openWebUi = listed('open-webui', readOpenWebUi);

/** By the names in an object that is an item of a list, or the whole file. */
export function formatOfItem(names: ReadonlySet<string>): Format | null {
  if (names.has('mapping')) return chatGpt;
  if (names.has('chat_messages')) return claude;
  if (names.has('conversationId') && (names.has('messages') || names.has('messagesTree'))) return libreChat;
  if (names.has('history') || names.has('chat')) return openWebUi;
  return null;
}

/** By the names in the object that is the whole file. */
export function formatOfFile(names: ReadonlySet<string>): Format | null {
  if (names.has('format') && names.has('conversations')) return parley;
  if (names.has('indexedDB')) return cherryStudio;
  if (names.has('chat-sessions-list') || names.has('chat-sessions')) return chatbox;
  if ([...names].some((name) => name.startsWith('session:'))) return chatbox;
  return formatOfItem(names);
}
