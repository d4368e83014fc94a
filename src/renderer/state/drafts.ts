import type { AppEvent } from '../../shared/contract';
import type { Draft } from '../../shared/model';
import type { Api } from '../api';

/** A keystroke in a long text must not wait for the disk. */
const DELAY_MS = 200;

type Place = Draft['place'];

/** What a chat needs of them. */
export type ChatDrafts = Pick<Drafts, 'read' | 'edit' | 'keep'>;

/** A text as it is here, and as main has it. */
interface Entry {
  readonly conversationId: string;
  readonly place: Place;
  text: string;
  /** What main has, as far as is known here. */
  kept: string;
  /** What is on its way to main. */
  underway: { readonly text: string } | null;
  timer: ReturnType<typeof setTimeout> | null;
}

/** What is typed and not yet sent, kept by main, so that it outlives the window and the app. */
export class Drafts {
  readonly #api: Api | null;
  readonly #entries = new Map<string, Entry>();

  /** Null: what is typed is gone with this. */
  constructor(api: Api | null) {
    this.#api = api;
  }

  begin(drafts: readonly Draft[]): void {
    for (const draft of drafts) this.#take(draft);
  }

  read(conversationId: string, place: Place): string {
    return this.#entries.get(keyOf(conversationId, place))?.text ?? '';
  }

  /** The question that is being edited there, and how far. */
  edit(conversationId: string): Draft | undefined {
    const others: readonly Place[] = ['box', 'queue', 'aside'];
    return [...this.#entries.values()].find(
      (entry) =>
        entry.conversationId === conversationId && entry.text !== '' && !others.includes(entry.place),
    );
  }

  keep(conversationId: string, place: Place, text: string): void {
    if (text === this.read(conversationId, place)) return;
    const entry = this.#entry(conversationId, place);
    entry.text = text;
    if (!this.#api) return;
    entry.timer ??= setTimeout(() => void this.#save(entry), DELAY_MS); // it will find the newest text, however long one types on
  }

  /** Follows the other windows; but what was typed here and main does not have yet is the newer. */
  receive(event: AppEvent): void {
    if (event.name !== 'draft.changed') return;
    const { timer, underway, text, kept } = this.#entry(event.draft.conversationId, event.draft.place);
    if (timer === null && underway === null && text === kept) this.#take(event.draft);
  }

  /** For the moment before the window goes. */
  flush(): void {
    for (const entry of this.#entries.values()) if (entry.timer !== null) void this.#save(entry);
  }

  async #save(entry: Entry): Promise<void> {
    if (entry.timer !== null) clearTimeout(entry.timer);
    entry.timer = null;
    const { conversationId, place, text } = entry;
    const over = entry.underway?.text ?? entry.kept;
    const underway = (entry.underway = { text });
    try {
      await this.#api?.call('drafts.keep', { conversationId, place, text, over });
      entry.kept = text;
    } catch {
      // The text is still in its box, and the next keystroke tries again.
    } finally {
      if (entry.underway === underway) entry.underway = null;
    }
  }

  #take({ conversationId, place, text }: Draft): void {
    const entry = this.#entry(conversationId, place);
    entry.text = text;
    entry.kept = text;
  }

  #entry(conversationId: string, place: Place): Entry {
    const key = keyOf(conversationId, place);
    const known = this.#entries.get(key);
    if (known) return known;
    const entry: Entry = { conversationId, place, text: '', kept: '', underway: null, timer: null };
    this.#entries.set(key, entry);
    return entry;
  }
}

const keyOf = (conversationId: string, place: Place): string => `${conversationId} ${place}`;
