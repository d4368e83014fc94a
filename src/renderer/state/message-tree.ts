import type { Message } from '../../shared/model';

/** A conversation's messages as the tree they are: which branch leads where. */
export class MessageTree {
  readonly #byId: ReadonlyMap<string, Message>;
  readonly #children: ReadonlyMap<string | null, readonly Message[]>;

  constructor(messages: readonly Message[]) {
    this.#byId = new Map(messages.map((message) => [message.id, message]));
    this.#children = Map.groupBy(messages, (message) => message.parentId);
  }

  /** From the first question to `leafId`. */
  pathTo(leafId: string | null): readonly Message[] {
    const path: Message[] = [];
    for (let id = leafId; id !== null;) {
      const message = this.#byId.get(id);
      if (!message) break;
      path.push(message);
      id = message.parentId;
    }
    return path.reverse();
  }

  /** The message among those that could stand in its place, oldest first. */
  siblings(message: Message): readonly Message[] {
    return this.#children.get(message.parentId) ?? [message];
  }

  /** The end of the newest branch below a message. */
  newestLeaf(id: string): string {
    for (let leaf = id; ;) {
      const next = this.#children.get(leaf)?.at(-1);
      if (!next) return leaf;
      leaf = next.id;
    }
  }

  get(id: string): Message | undefined {
    return this.#byId.get(id);
  }
}
