/** The requests that are refused: by OpenAI, by servers like it, and by what stands between. */
import { answers, sendAnswer, type Fault } from './fault.ts';
import {
  badRequest,
  htmlPage,
  modelNotFound,
  mustBeVerified,
  noCredit,
  noKey,
  rateLimited,
  refusal,
  serverFailed,
  tooLong,
  unsupportedParameter,
  wrongKey,
  type HttpAnswer,
} from './openai-errors.ts';
import { responseEvents, say, wholeText } from './speech.ts';

/** A rate limit that says in these words how long to wait. */
const limited = (headers: Readonly<Record<string, string>>): HttpAnswer => ({
  ...refusal(429, 'Rate limit reached for tokens per minute.', {
    type: 'tokens',
    code: 'rate_limit_exceeded',
  }),
  headers,
});

const broke = (code: string, message: string): HttpAnswer =>
  refusal(429, message, { type: 'insufficient_quota', code });

const page = (status: number, title: string): HttpAnswer => ({
  status,
  body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><script>document.title = 'run'</script></body></html>`,
});

export const keyFaults = {
  'wrong-key': answers(wrongKey('sk-fault-0000')),
  'no-key': answers(noKey()),
  'revoked-key': answers(
    refusal(401, 'The account that this key belongs to was deactivated.', { code: 'account_deactivated' }),
  ),
  'expired-key': answers(refusal(401, 'This key has expired.', { code: 'api_key_expired' })),
  'no-organization': answers(
    refusal(401, 'You must be a member of an organization to use the API.', { code: 'no_organization' }),
  ),
  'address-not-allowed': answers(
    refusal(401, 'Your IP address is not on the list of those allowed.', { code: 'ip_not_authorized' }),
  ),
  region: answers(
    refusal(403, 'Country, region, or territory not supported', {
      type: 'request_forbidden',
      code: 'unsupported_country_region_territory',
    }),
  ),
  'missing-scope': answers(
    refusal(403, 'This key lacks a permission. Missing scopes: api.responses.write.', {
      code: 'missing_scope',
    }),
  ),
  'unverified-organization': answers(
    refusal(403, 'Your organization must be verified to use this model.', { code: null }),
  ),
  'unverified-for-streams': answers(mustBeVerified()),
  'unverified-for-summaries': answers(mustBeVerified('reasoning.summary')),
} satisfies Record<string, Fault>;

export const requestFaults = {
  'no-model': answers(modelNotFound('gpt-gone')),
  'no-model-without-code': answers(refusal(404, 'model "gpt-gone" not found, try pulling it first')),
  'not-found-page': answers(page(404, 'Not Found')),
  'not-found-text': answers({
    status: 404,
    body: '404 page not found',
    headers: { 'content-type': 'text/plain' },
  }),
  'method-not-allowed': answers({ status: 405, body: { detail: 'Method Not Allowed' } }),
  'refused-parameter': answers(unsupportedParameter('text.verbosity')),
  'bad-value': answers(badRequest("Invalid value: 'huge'.", 'invalid_value', 'reasoning.effort')),
  'context-too-long': answers(tooLong()),
  'invalid-prompt': answers(
    badRequest('Invalid prompt: limited access to this content.', 'invalid_prompt', 'input'),
  ),
  'sealed-elsewhere': answers(
    refusal(400, 'The encrypted content could not be verified.', { code: 'invalid_encrypted_content' }),
  ),
  'error-is-text': answers({ status: 400, body: { error: 'this server speaks in plain words' } }),
  'error-without-body': answers({ status: 400, body: '', headers: { 'content-type': 'application/json' } }),
  timeout: answers(refusal(408, 'The request took too long to arrive.')),
  conflict: answers(refusal(409, 'The resource is being changed by another request.')),
  'too-large': answers(refusal(413, 'The request is larger than the server takes.')),
  unprocessable: answers({
    status: 422,
    body: { detail: [{ loc: ['body', 'input'], msg: 'field required' }] },
  }),
} satisfies Record<string, Fault>;

export const limitFaults = {
  'rate-limit': answers(rateLimited(1)),
  'rate-limit-ms': answers(limited({ 'retry-after-ms': '40' })),
  'rate-limit-date': answers(() => limited({ 'retry-after': new Date(Date.now() + 2000).toUTCString() })),
  'rate-limit-long': answers(rateLimited(120)),
  'rate-limit-bare': answers(limited({})),
  'rate-limit-nonsense': answers(limited({ 'retry-after': 'soon' })),
  'slow-down': answers(refusal(429, 'Slow down.', { type: 'slow_down', code: 'slow_down' })),
  'no-quota': answers(noCredit()),
  'no-credit': answers(broke('credit_balance_exhausted', 'Your credit balance is used up.')),
  'billing-limit': answers(broke('billing_hard_limit_reached', 'The limit of your budget has been reached.')),
} satisfies Record<string, Fault>;

export const serverFaults = {
  'server-error': answers(serverFailed()),
  'server-error-final': answers({ ...serverFailed(), headers: { 'x-should-retry': 'false' } }),
  'bad-gateway': answers(page(502, 'Bad Gateway')),
  overloaded: answers({
    ...refusal(503, 'The engine is overloaded.', {
      type: 'service_unavailable',
      code: 'server_is_overloaded',
    }),
    headers: { 'retry-after': '1' },
  }),
  'gateway-timeout': answers(page(504, 'Gateway Timeout')),
  'overloaded-529': answers(refusal(529, 'Overloaded', { type: 'overloaded_error' })),
} satisfies Record<string, Fault>;

export const portalFaults = {
  'portal-page': answers(htmlPage()),
  'portal-redirect': redirects(302),
  'portal-511': answers(page(511, 'Network Authentication Required')),
  'redirect-307': redirects(307),
  'redirect-308': redirects(308),
  'error-with-200': answers({
    status: 200,
    body: { error: { message: 'The model crashed.', code: 'crashed' } },
  }),
  'text-with-200': answers({ status: 200, body: 'OK', headers: { 'content-type': 'text/plain' } }),
  'no-content': { api: 'both', text: '', meet: ({ http }) => void http.writeHead(204).end() },
  /** All of the answer in one piece, though a stream was asked for. */
  'whole-json': {
    api: 'both',
    text: wholeText,
    whole: true,
    meet: ({ api, body, http }) =>
      sendAnswer(http, { status: 200, body: api === 'chat' ? chat : response(body) }),
  },
  /** The same, but the model ran into the limit of its output. */
  'whole-json-incomplete': {
    api: 'both',
    text: wholeText,
    meet({ api, body, http }) {
      const cut = {
        ...response(body),
        status: 'incomplete',
        incomplete_details: { reason: 'max_output_tokens' },
      };
      sendAnswer(http, { status: 200, body: api === 'chat' ? { ...chat, choices: [atLimit] } : cut });
    },
  },
} satisfies Record<string, Fault>;

/** A question must not follow to another server. */
function redirects(status: number): Fault {
  return {
    api: 'both',
    text: '',
    meet: ({ http, elsewhere }) => void http.writeHead(status, { location: `${elsewhere}/login` }).end(),
  };
}

const said = { index: 0, message: { role: 'assistant', content: wholeText, refusal: null }, logprobs: null };
const atLimit = { ...said, finish_reason: 'length' };
const chat = {
  id: 'chatcmpl-fault',
  object: 'chat.completion',
  created: 1_790_000_000,
  model: 'llama3',
  choices: [{ ...said, finish_reason: 'stop' }],
};

function response(body: Parameters<typeof responseEvents>[0]): object {
  const events = responseEvents(body, (stream) => {
    say(stream);
    stream.complete();
  });
  return (JSON.parse(events.at(-1)?.data ?? '') as { response: object }).response;
}
