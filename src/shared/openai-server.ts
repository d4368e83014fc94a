import { OPENAI_ADDRESS } from './links';

const HOST = new URL(OPENAI_ADDRESS).host;

/** Where OpenAI's own server at this address works: null for any other server. */
export function openAiPlace(address: string): 'anywhere' | 'region' | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:') return null;
  if (url.host === HOST) return 'anywhere';
  return url.host.endsWith(`.${HOST}`) ? 'region' : null;
}
