import type { Input } from '../../shared/contract';
import type { Database } from '../storage/database';
import { openInMemory } from '../storage/open-library';
import { type Conversing, type ConversingDeps, createConversing } from './conversing';
import { PatientWrites } from './patient-writes';

/** One that is kept nowhere, with the library of its own that goes with it. */
interface TemporaryChat extends Conversing {
  /** The window that shows it; null where nobody said. */
  readonly window: string | null;
  readonly db: Database;
}

/** All conversations: those of the library, and temporary ones, of which no word leaves the memory. */
export class Chats {
  readonly #kept: Conversing;
  readonly #deps: ConversingDeps;
  readonly #temporary = new Map<string, TemporaryChat>();

  /** `deps` are those of the kept ones: receipts, budgets and settings are the same for all. */
  constructor(kept: Conversing, deps: ConversingDeps) {
    this.#kept = kept;
    this.#deps = deps;
  }

  /** How many answers are being written. */
  get running(): number {
    return this.#all.reduce((sum, { turns }) => sum + turns.running, 0);
  }

  /** What acts in a conversation. */
  of(conversationId: string): Conversing {
    return this.#temporary.get(conversationId) ?? this.#kept;
  }

  /** Only what says so itself begins a temporary chat, so that none is taken for one that is kept. */
  start({ temporary = false, window, ...turn }: Input<'turn.start'>): void {
    const { conversationId } = turn;
    if (temporary && !this.#temporary.has(conversationId))
      this.#temporary.set(conversationId, this.#begin(window ?? null));
    this.of(conversationId).turns.start(turn);
  }

  stop(answerId: string): void {
    for (const { turns } of this.#all) turns.stop(answerId);
  }

  tryNow(answerId: string): void {
    for (const { turns } of this.#all) turns.tryNow(answerId);
  }

  /** There is a network again. */
  online(): void {
    for (const { turns } of this.#all) turns.online();
  }

  /** A temporary chat is gone, with the answer that is being written there. Does nothing to one that is kept. */
  forget(conversationId: string): void {
    const chat = this.#temporary.get(conversationId);
    if (!chat) return;
    this.#temporary.delete(conversationId);
    for (const part of [chat.turns, chat.context, chat.db]) part.close();
  }

  /** A window's page is gone, or begins anew: nobody can come back to what it kept nowhere. */
  leave(window: string): void {
    for (const [id, chat] of this.#temporary) if (chat.window === window) this.forget(id);
  }

  close(): void {
    for (const id of this.#temporary.keys()) this.forget(id);
    for (const part of [this.#kept.context, this.#kept.turns]) part.close();
  }

  get #all(): readonly Conversing[] {
    return [this.#kept, ...this.#temporary.values()];
  }

  /** It gets no title, and no list of chats hears of it. */
  #begin(window: string | null): TemporaryChat {
    const library = openInMemory();
    const conversing = createConversing(library, {
      ...this.#deps,
      writes: new PatientWrites({ changed: () => undefined }),
      ended: () => undefined,
      emit: (event) => {
        if (event.name !== 'conversation.changed') this.#deps.emit(event);
      },
    });
    return { ...conversing, window, db: library.db };
  }
}
