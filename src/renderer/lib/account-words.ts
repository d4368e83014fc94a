import type { Account, KeyStatus } from '../../shared/model';
import { words } from '../../shared/words';

/** What an account is called, and for whom OpenAI is asked; null is what the server takes for usual. */
export type Names = Pick<Account, 'name' | 'organization' | 'project'>;

export const unnamed: Names = { name: '', organization: null, project: null };

/** What may be said of a key. Null: it was not read yet. */
export function keyWords({ needsKey }: Account, status: KeyStatus | null): string {
  const said = words.models.key;
  if (status === null) return said.looking;
  if (status.hint === null) return needsKey ? said.none : said.notNeeded;
  return (status.keptIn === 'run' ? said.inRun : said.inKeychain)(status.hint);
}
