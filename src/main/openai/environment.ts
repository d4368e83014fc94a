import { OPENAI_ADDRESS } from '../../shared/links';
import type { Found } from '../services/account-service';

/**
 * Reads what the environment offers and takes every such variable out of it.
 *
 * The SDK would read them behind our back: `OPENAI_BASE_URL` sends the key elsewhere, and
 * `OPENAI_CUSTOM_HEADERS` replaces it, even when every option is given.
 */
export function takeVariables(environment: NodeJS.ProcessEnv): Found {
  const key = environment['OPENAI_API_KEY']?.trim();
  const address = environment['OPENAI_BASE_URL']?.trim();
  for (const name of Object.keys(environment)) {
    if (/^(AZURE_)?OPENAI_/i.test(name)) Reflect.deleteProperty(environment, name);
  }
  return { key: key && isKey(key) ? key : null, address: address || OPENAI_ADDRESS };
}

/** What cannot be an HTTP header is no key, whatever was pasted there. */
function isKey(text: string): boolean {
  return /^[\x21-\x7e]{1,500}$/.test(text);
}
