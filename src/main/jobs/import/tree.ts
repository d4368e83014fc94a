import type { Part } from '../../../shared/parts';
import type { ArrivingMessage } from './arriving';
import { Unreadable } from './refusal';
import { words } from '../../../shared/words';

/** A message that is shown: after the one that it follows, and with a time, or 0 where nobody knows it. */
export interface Answered {
  readonly sourceId: string;
  readonly parent: string | null;
  readonly role: ArrivingMessage['role'];
  text: string;
  readonly parts: Part[];
  model: string | null;
  status: NonNullable<ArrivingMessage['status']>;
  readonly createdAt: number;
}

/**
 * Others' trees become ours: what shows nothing is left out, and what an answer was written in (a thought, a tool's
 * call, the words after it) becomes one message. Branches stay branches.
 */
export class Tree {
  readonly #nodes = new Map<string, ArrivingMessage>();
  /** In the order in which they were written, each after the one that it follows. */
  readonly #order: readonly ArrivingMessage[];
  readonly #times = new Map<string, number>();
  /** Under which message each one is shown; null where it shows nothing and nothing came before. */
  readonly #shownAs = new Map<string, string | null>();
  readonly #answered = new Map<string, Answered>();
  readonly #lastChild = new Map<string, string>();

  constructor(messages: readonly ArrivingMessage[], start: number | null) {
    for (const message of messages)
      if (!this.#nodes.has(message.sourceId)) this.#nodes.set(message.sourceId, message);
    this.#order = this.#inOrder(start ?? 0);
    this.#join();
  }

  answered(): readonly Answered[] {
    return [...this.#answered.values()];
  }

  /** The end of the branch that this message is on; of the newest branch where it is not known. */
  leaf(sourceId: string | null): string | null {
    const known = sourceId === null ? undefined : this.#shownAs.get(sourceId);
    let leaf = known ?? [...this.#answered.keys()].at(-1) ?? null;
    for (let next = leaf; next !== null; next = this.#lastChild.get(next) ?? null) leaf = next;
    return leaf;
  }

  #parentOf(message: ArrivingMessage): ArrivingMessage | undefined {
    return message.parent === null ? undefined : this.#nodes.get(message.parent);
  }

  /** From a message up to the first that `known` knows, or to the top; the topmost comes first. */
  #upTo(message: ArrivingMessage, known: (id: string) => boolean): ArrivingMessage[] {
    const path: ArrivingMessage[] = [];
    const seen = new Set<string>();
    for (let at: ArrivingMessage | undefined = message; at && !known(at.sourceId); at = this.#parentOf(at)) {
      if (seen.has(at.sourceId)) throw new Unreadable(words.transfer.refusals.followsItself);
      seen.add(at.sourceId);
      path.push(at);
    }
    return path.reverse();
  }

  #inOrder(start: number): readonly ArrivingMessage[] {
    const all = [...this.#nodes.values()];
    for (const message of all) {
      for (const node of this.#upTo(message, (id) => this.#times.has(id))) {
        const before = this.#times.get(node.parent ?? '') ?? start;
        this.#times.set(node.sourceId, node.createdAt ?? before);
      }
    }
    const time = ({ sourceId }: ArrivingMessage) => this.#times.get(sourceId) ?? 0;
    const placed = new Set<string>();
    return all
      .toSorted((one, other) => time(one) - time(other))
      .flatMap((message) =>
        this.#upTo(message, (id) => placed.has(id)).map((node) => (placed.add(node.sourceId), node)),
      );
  }

  #join(): void {
    const above = new Map<string, string | null>();
    const children = new Map<string, number>();
    for (const message of this.#order) {
      const parent = this.#parentOf(message);
      const before = !parent ? null : shows(parent) ? parent.sourceId : (above.get(parent.sourceId) ?? null);
      above.set(message.sourceId, before);
      if (before !== null && shows(message)) children.set(before, (children.get(before) ?? 0) + 1);
    }
    for (const message of this.#order) this.#place(message, above.get(message.sourceId) ?? null, children);
  }

  #place(message: ArrivingMessage, above: string | null, children: ReadonlyMap<string, number>): void {
    const { sourceId, role } = message;
    const parent = above === null ? null : (this.#shownAs.get(above) ?? null);
    const before = parent === null ? undefined : this.#answered.get(parent);
    if (!shows(message)) return void this.#shownAs.set(sourceId, parent);
    if (before?.role === role && above !== null && children.get(above) === 1) {
      this.#shownAs.set(sourceId, before.sourceId);
      return append(before, message);
    }
    this.#shownAs.set(sourceId, sourceId);
    if (parent !== null) this.#lastChild.set(parent, sourceId);
    const { text, parts = [], model = null, status = 'done' } = message;
    const createdAt = this.#times.get(sourceId) ?? 0;
    this.#answered.set(sourceId, {
      ...{ sourceId, parent, role, text: text.toWellFormed(), parts: [...parts], model, status, createdAt },
    });
  }
}

function shows({ text, parts = [] }: ArrivingMessage): boolean {
  return parts.length > 0 || text.trim() !== '';
}

function append(
  answer: Answered,
  { text, parts = [], model = null, status = 'done' }: ArrivingMessage,
): void {
  const gap = answer.text === '' || text === '' ? '' : '\n\n';
  const start = answer.text.length + gap.length;
  answer.text += gap + text.toWellFormed();
  for (const part of parts) answer.parts.push({ ...part, at: part.at + start });
  answer.model ??= model;
  answer.status = status;
}
