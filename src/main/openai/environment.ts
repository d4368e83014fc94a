import { apiKey } from '../../shared/contract/accounts';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Found } from '../services/account-service';

/**
 * Reads what the environment offers and takes every such variable out of it.
 *
 * The SDK would read them behind our back: `OPENAI_BASE_URL` sends the key elsewhere, and
 * `OPENAI_CUSTOM_HEADERS` replaces it, even when every option is given.
 */
export function takeVariables(environment: NodeJS.ProcessEnv): Found {
  const key = apiKey.safeParse(environment['OPENAI_API_KEY']).data ?? null; // what cannot be sent is no key
  const address = environment['OPENAI_BASE_URL']?.trim();
  for (const name of Object.keys(environment)) {
    if (/^(AZURE_)?OPENAI_/i.test(name)) Reflect.deleteProperty(environment, name);
  }
  return { key, address: address || OPENAI_ADDRESS };
}
