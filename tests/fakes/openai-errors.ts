/** How OpenAI says no: an HTTP status with an error as JSON, or, from what stands before it, a page. */

export interface HttpAnswer {
  readonly status: number;
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface ErrorFacts {
  readonly type?: string;
  readonly code?: string | null;
  readonly param?: string | null;
}

export function refusal(status: number, message: string, facts: ErrorFacts = {}): HttpAnswer {
  const { type = 'invalid_request_error', code = null, param = null } = facts;
  return { status, body: { error: { message, type, param, code } } };
}

/** A request that the API's own checks do not let through. */
export const badRequest = (message: string, code: string | null, param: string): HttpAnswer =>
  refusal(400, message, { code, param });

export function wrongKey(key = 'sk-wrong'): HttpAnswer {
  const shown = `${key.slice(0, 3)}${'*'.repeat(8)}${key.slice(-4)}`;
  const where = 'You can find your API key at https://platform.openai.com/account/api-keys.';
  return refusal(401, `Incorrect API key provided: ${shown}. ${where}`, { code: 'invalid_api_key' });
}

export const noKey = (): HttpAnswer =>
  refusal(401, "You didn't provide an API key. Send it in an Authorization header, as a Bearer token.");

export const noCredit = (): HttpAnswer =>
  refusal(429, 'You exceeded your current quota, please check your plan and billing details.', {
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  });

export function rateLimited(seconds: number): HttpAnswer {
  const message = `Rate limit reached for requests per minute. Please try again in ${seconds}s.`;
  return {
    ...refusal(429, message, { type: 'requests', code: 'rate_limit_exceeded' }),
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-limit-requests': '500',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': `${seconds}s`,
    },
  };
}

export const modelNotFound = (model: string): HttpAnswer =>
  refusal(404, `The model \`${model}\` does not exist or you do not have access to it.`, {
    code: 'model_not_found',
  });

export const tooLong = (): HttpAnswer =>
  badRequest(
    'Your input exceeds the context window of this model. Please adjust your input and try again.',
    'context_length_exceeded',
    'input',
  );

const verify =
  'Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization. If you just verified, it can take up to 15 minutes for access to propagate.';

/** Some models stream, or tell what they thought, only to organizations that have shown who they are. */
export function mustBeVerified(parameter: 'stream' | 'reasoning.summary' = 'stream'): HttpAnswer {
  const what = parameter === 'stream' ? 'stream this model' : 'generate reasoning summaries';
  const message = `Your organization must be verified to ${what}. ${verify}`;
  return badRequest(message, 'unsupported_value', parameter);
}

export const unsupportedParameter = (parameter: string): HttpAnswer =>
  badRequest(
    `Unsupported parameter: '${parameter}' is not supported with this model.`,
    'unsupported_parameter',
    parameter,
  );

/** What another organization or another key has sealed cannot be read. */
export const sealedElsewhere = (): HttpAnswer =>
  refusal(
    400,
    'The encrypted content could not be verified. Reason: Encrypted content could not be decrypted or parsed.',
    {
      code: 'invalid_encrypted_content',
    },
  );

export const serverFailed = (status = 500): HttpAnswer =>
  refusal(status, 'The server had an error while processing your request. Sorry about that!', {
    type: 'server_error',
  });

/** What a proxy, a captive portal or any other web server answers. */
export const htmlPage = (status = 200): HttpAnswer => ({
  status,
  body: '<!doctype html><html><head><title>Welcome</title></head><body><h1>Sign in to the network</h1></body></html>',
});
