import type { AppEvent, Input } from '../../shared/contract';
import type { Draft } from '../../shared/model';
import type { Database } from '../storage/database';
import type { DraftStore } from '../storage/draft-store';

export interface DraftServiceDeps {
  readonly db: Database;
  readonly drafts: DraftStore;
  readonly emit: (event: AppEvent) => void;
}

/** What is typed and not yet sent: one text for each place, which every window shows. */
export class DraftService {
  readonly #deps: DraftServiceDeps;
  /** Answers after which a window sends what waited for them. */
  readonly #followed = new Set<string>();

  constructor(deps: DraftServiceDeps) {
    this.#deps = deps;
  }

  all(): readonly Draft[] {
    return this.#deps.drafts.all();
  }

  /** What a window has put there that this one did not know of is set aside: no word goes. */
  keep({ conversationId, place, text, over }: Input<'drafts.keep'>): void {
    const { db, drafts } = this.#deps;
    const before = drafts.read(conversationId, place);
    if (before === text) return;
    const unknown = before !== '' && before !== over && !text.includes(before);
    const changed: Draft[] = [{ conversationId, place, text }];
    if (unknown && place !== 'aside') {
      const aside = [drafts.read(conversationId, 'aside'), before].filter((one) => one !== '').join('\n\n');
      changed.push({ conversationId, place: 'aside', text: aside });
    }
    db.transaction(() => changed.forEach((draft) => drafts.keep(draft)));
    for (const draft of changed) this.#deps.emit({ name: 'draft.changed', draft });
  }

  /** True for the first window that asks. */
  claim({ answerId }: Input<'drafts.claim'>): boolean {
    if (this.#followed.has(answerId)) return false;
    this.#followed.add(answerId);
    return true;
  }
}
