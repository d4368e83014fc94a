import type { Draft } from '../../shared/model';
import type { Api } from '../api';

/** A keystroke in a long text must not wait for the disk. */
const DELAY_MS = 200;

type Place = Draft['place'];

/** What a chat needs of them. */
export type ChatDrafts = Pick<Drafts, 'read' | 'edit' | 'keep'>;

/** What is typed and not yet sent, kept by main, so that it outlives the window and the app. */
export class Drafts {
  readonly #api: Api | null;
  readonly #drafts = new Map<string, Draft>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** Null: what is typed is gone with this. */
  constructor(api: Api | null) {
    this.#api = api;
  }

  begin(drafts: readonly Draft[]): void {
    for (const draft of drafts) this.#drafts.set(keyOf(draft.conversationId, draft.place), draft);
  }

  read(conversationId: string, place: Place): string {
    return this.#drafts.get(keyOf(conversationId, place))?.text ?? '';
  }

  /** The question that is being edited there, and how far. */
  edit(conversationId: string): Draft | undefined {
    return [...this.#drafts.values()].find(
      (draft) =>
        draft.conversationId === conversationId &&
        draft.text !== '' &&
        draft.place !== 'box' &&
        draft.place !== 'queue',
    );
  }

  keep(conversationId: string, place: Place, text: string): void {
    if (text === this.read(conversationId, place)) return;
    const key = keyOf(conversationId, place);
    this.#drafts.set(key, { conversationId, place, text });
    if (!this.#api || this.#waiting.has(key)) return; // it will find the newest text, however long one types on
    this.#waiting.set(
      key,
      setTimeout(() => void this.#save(key), DELAY_MS),
    );
  }

  /** For the moment before the window goes. */
  flush(): void {
    for (const key of this.#waiting.keys()) void this.#save(key);
  }

  async #save(key: string): Promise<void> {
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    const draft = this.#drafts.get(key);
    if (!draft) return;
    try {
      await this.#api?.call('drafts.keep', draft);
    } catch {
      // The text is still in its box, and the next keystroke tries again.
    }
  }
}

const keyOf = (conversationId: string, place: Place): string => `${conversationId} ${place}`;
