import type { Draft } from '../../shared/model';
import type { Api } from '../api';

/** A keystroke in a long text must not wait for the disk. */
const DELAY_MS = 200;

/** The texts of the message boxes, kept by main, so that what was typed outlives the window and the app. */
export class Drafts {
  readonly #api: Api;
  readonly #texts = new Map<string, string>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(api: Api) {
    this.#api = api;
  }

  begin(drafts: readonly Draft[]): void {
    for (const { conversationId, text } of drafts) this.#texts.set(conversationId, text);
  }

  read(conversationId: string): string {
    return this.#texts.get(conversationId) ?? '';
  }

  keep(conversationId: string, text: string): void {
    if (text === this.read(conversationId)) return;
    this.#texts.set(conversationId, text);
    if (this.#waiting.has(conversationId)) return; // it will find the newest text, however long one types on
    this.#waiting.set(
      conversationId,
      setTimeout(() => void this.#save(conversationId), DELAY_MS),
    );
  }

  /** For the moment before the window goes. */
  flush(): void {
    for (const conversationId of this.#waiting.keys()) void this.#save(conversationId);
  }

  async #save(conversationId: string): Promise<void> {
    clearTimeout(this.#waiting.get(conversationId));
    this.#waiting.delete(conversationId);
    try {
      await this.#api.call('drafts.keep', { conversationId, text: this.read(conversationId) });
    } catch {
      // The text is still in its box, and the next keystroke tries again.
    }
  }
}
