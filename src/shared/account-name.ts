import { OPENAI_ADDRESS } from './links';
import type { Account } from './model';

/** What the user calls it; else by whom or where it is. */
export function accountName({ name, address }: Pick<Account, 'name' | 'address'>): string {
  if (name !== '') return name;
  return address === OPENAI_ADDRESS ? 'OpenAI' : (URL.parse(address)?.host ?? address);
}
