/** Pages that Parley points to. Main opens them in the system's browser, after a check. */
export const links = {
  keys: 'https://platform.openai.com/api-keys',
  billing: 'https://platform.openai.com/settings/organization/billing/overview',
  usage: 'https://platform.openai.com/usage',
  pricing: 'https://openai.com/api/pricing/',
  limits: 'https://platform.openai.com/settings/organization/limits',
  organization: 'https://platform.openai.com/settings/organization/general',
  tokens: 'https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them',
  status: 'https://status.openai.com/',
} as const;

/** OpenAI's own API. */
export const OPENAI_ADDRESS = 'https://api.openai.com/v1';
