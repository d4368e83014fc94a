import type { Input } from '../../shared/contract';
import type { Message, Opening, Transcript } from '../../shared/model';
import type { ConversationStore } from '../storage/conversation-store';
import type { Extent, MessageStore, Placed } from '../storage/message-store';

/** What crosses at once. */
const SHORT: Extent = { messages: 60, bytes: 100_000 };
/** What is seen first of anything longer: a few screens, and at least the last of what was said. */
const END: Extent = { messages: 40, bytes: 20_000 };
const LAST = 6;
/** What follows comes in pieces that keep neither process for longer than a part of a frame. */
const PIECE: Extent = { messages: 50, bytes: 24_000 };

export interface ReadingServiceDeps {
  readonly conversations: ConversationStore;
  readonly messages: MessageStore;
  /** The conversation with some of its messages, or with all, as far as running turns have reached. */
  readonly transcript: (conversationId: string, some?: readonly Message[]) => Transcript;
}

/** How a conversation comes into the window: what is seen first, and then all of it piece by piece. */
export class ReadingService {
  readonly #deps: ReadingServiceDeps;

  constructor(deps: ReadingServiceDeps) {
    this.#deps = deps;
  }

  open({ id, whole = false }: Input<'conversations.open'>): Opening {
    const { conversations, messages, transcript } = this.#deps;
    const leafId = conversations.leaf(id);
    const all = whole || leafId === null ? [] : messages.outline(id);
    const path = isShort(all) ? [] : pathTo(leafId, all);
    if (path.length === 0) return { ...transcript(id), before: null };
    const before = beginOfEnd(path);
    const shown = around(path.slice(before), all).map(({ seq }) => seq);
    return { ...transcript(id, messages.at(shown)), before };
  }

  next({ id, after }: Input<'conversations.read'>): readonly Message[] {
    const { messages, transcript } = this.#deps;
    return transcript(id, messages.after(id, after, PIECE)).messages;
  }
}

function isShort(all: readonly Placed[]): boolean {
  const bytes = all.reduce((sum, message) => sum + message.bytes, 0);
  return all.length <= SHORT.messages && bytes <= SHORT.bytes;
}

/** From the first question down to this message. */
function pathTo(leafId: string | null, all: readonly Placed[]): readonly Placed[] {
  const byId = new Map(all.map((message) => [message.id, message]));
  const path: Placed[] = [];
  for (let at = byId.get(leafId ?? ''); at; at = byId.get(at.parentId ?? '')) path.push(at);
  return path.reverse();
}

/** Messages that follow one another, those that stand beside them, and an answer that is being written. */
function around(shown: readonly Placed[], all: readonly Placed[]): readonly Placed[] {
  const parents = new Set(shown.map(({ parentId }) => parentId));
  return all.filter(({ parentId, status }) => parents.has(parentId) || status === 'streaming');
}

/** Where in a branch that begins which is seen first: with a question. */
function beginOfEnd(path: readonly Placed[]): number {
  let begin = path.length;
  let bytes = 0;
  while (begin > 0) {
    const count = path.length - begin;
    const enough = count >= END.messages || (count >= LAST && bytes >= END.bytes);
    if (enough && path[begin]?.role === 'user') break;
    begin -= 1;
    bytes += path[begin]?.bytes ?? 0;
  }
  return begin;
}
