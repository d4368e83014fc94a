import type { Account, KeyStatus } from '../../shared/model';

/** What an account is called, and for whom OpenAI is asked; null is what the server takes for usual. */
export type Names = Pick<Account, 'name' | 'organization' | 'project'>;

export const unnamed: Names = { name: '', organization: null, project: null };

/** What may be said of a key. Null: it was not read yet. */
export function keyWords({ needsKey }: Account, status: KeyStatus | null): string {
  if (status === null) return 'Looking in the keychain…';
  if (status.hint === null) return needsKey ? 'No key is stored.' : 'This server asks for none.';
  const where = status.keptIn === 'run' ? 'kept for this run only' : 'kept in the system keychain';
  return `…${status.hint}, ${where}`;
}
