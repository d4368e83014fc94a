import type { Draft } from '../../shared/model';
import type { Database } from './database';

/** Rows of `draft`. */
export class DraftStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  all(): readonly Draft[] {
    return this.#db.all<Draft>(`SELECT conversation_id AS conversationId, place, text FROM draft`);
  }

  read(conversationId: string, place: Draft['place']): string {
    const row = this.#db.get<Pick<Draft, 'text'>>(
      `SELECT text FROM draft WHERE conversation_id = :conversationId AND place = :place`,
      { conversationId, place },
    );
    return row?.text ?? '';
  }

  /** An empty text is no draft. */
  keep({ conversationId, place, text }: Draft): void {
    if (text === '') {
      this.#db.run(`DELETE FROM draft WHERE conversation_id = :conversationId AND place = :place`, {
        conversationId,
        place,
      });
      return;
    }
    this.#db.run(
      `INSERT INTO draft (conversation_id, place, text) VALUES (:conversationId, :place, :text)
       ON CONFLICT (conversation_id, place) DO UPDATE SET text = excluded.text`,
      { conversationId, place, text },
    );
  }
}
