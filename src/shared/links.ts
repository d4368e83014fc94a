/** Pages that Parley points to. Main opens them in the system's browser, after a check. */
export const links = {
  keys: 'https://platform.openai.com/api-keys',
  billing: 'https://platform.openai.com/settings/organization/billing/overview',
  usage: 'https://platform.openai.com/usage',
  pricing: 'https://openai.com/api/pricing/',
  status: 'https://status.openai.com/',
} as const;

/** OpenAI's own API. */
export const OPENAI_ADDRESS = 'https://api.openai.com/v1';

/** A server of OpenAI's own, also one of a region. */
export function isOpenAiAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && (hostname === 'api.openai.com' || hostname.endsWith('.api.openai.com'));
}
