/** The ways in which the Responses API ends an answer without success, or in an unusual form. */
import type { ResponseError } from 'openai/resources/responses/responses';
import { beginStream, sendEvents, type Fault } from './fault.ts';
import type { ResponseStream } from './response-stream.ts';
import { encode, halfText, responseEvents, say, wholeText, words } from './speech.ts';

const half = words.slice(0, 5);
const DECLINED = 'I cannot help with that.';

/** A response whose course is this. */
const goes = (text: string, tell: (stream: ResponseStream) => void, more: Partial<Fault> = {}): Fault => ({
  api: 'responses',
  text,
  meet: ({ body, http }) => sendEvents(http, responseEvents(body, tell)),
  ...more,
});

/** Half an answer, and then the model gives up. */
const failed = (code: ResponseError['code']): Fault =>
  goes(halfText, (stream) => {
    say(stream, half);
    stream.fail({ code, message: `The response failed: ${code}.` });
  });

const incomplete = (reason: Parameters<ResponseStream['incomplete']>[0]): Fault =>
  goes(halfText, (stream) => {
    say(stream, half);
    stream.incomplete(reason);
  });

export const failedResponses = {
  'failed-server-error': failed('server_error'),
  'failed-rate-limit': failed('rate_limit_exceeded'),
  'failed-invalid-prompt': failed('invalid_prompt'),
  'failed-bio-policy': failed('bio_policy'),
  'failed-misalignment-policy': failed('misalignment_policy_violation'),
  'failed-data-residency': failed('data_residency_mismatch'),
  'failed-vector-store': failed('vector_store_timeout'),
  'failed-image-policy': failed('image_content_policy_violation'),
  'failed-image-format': failed('invalid_image_format'),
  'failed-image-too-large': failed('image_too_large'),
  'failed-image-parse': failed('image_parse_error'),
  'failed-image-download': failed('failed_to_download_image'),
  'failed-unknown-code': failed('future_error' as ResponseError['code']),
  'failed-at-once': goes('', (stream) => stream.fail({ code: 'server_error', message: 'At once.' })),
  'failed-rate-limit-at-once': goes('', (stream) =>
    stream.fail({ code: 'rate_limit_exceeded', message: 'Slow down.' }),
  ),
} satisfies Record<string, Fault>;

export const endedResponses = {
  'incomplete-length': incomplete('max_output_tokens'),
  'incomplete-filter': incomplete('content_filter'),
  'incomplete-messages': incomplete('max_messages'),
  'incomplete-steered': incomplete('steered'),
  'incomplete-unknown-reason': incomplete('future_reason' as 'steered'),
  /** At the limit before the first word. */
  'incomplete-in-thought': goes('', (stream) => {
    stream.reasoning().summarize('Let me think.');
    stream.incomplete('max_output_tokens');
  }),
  refusal: goes(
    DECLINED,
    (stream) => {
      for (const word of DECLINED.split(/(?<= )/)) stream.message().refuse(word);
      stream.complete();
    },
    { whole: true },
  ),
  /** Words, and then a refusal to go on. */
  'refusal-mid': goes(
    halfText + DECLINED,
    (stream) => {
      say(stream, half);
      stream.message().refuse(DECLINED);
      stream.complete();
    },
    { whole: true },
  ),
  'completed-empty': goes('', (stream) => stream.complete(), { whole: true }),
  /** No word on the way; the text stands in the last event only. */
  'completed-without-deltas': {
    api: 'responses',
    text: wholeText,
    whole: true,
    meet({ body, http }) {
      const events = responseEvents(body, (stream) => {
        say(stream);
        stream.complete();
      });
      sendEvents(http, [...events.slice(0, 2), ...events.slice(-1)]);
    },
  },
  'queued-for-ever': {
    api: 'responses',
    text: '',
    silent: true,
    meet({ body, http }) {
      beginStream(http);
      const [created] = responseEvents(body, () => undefined);
      if (!created) return;
      const queued = created.data
        .replace('response.created', 'response.queued')
        .replace('in_progress', 'queued');
      http.write(encode([created, { name: 'response.queued', data: queued }]));
    },
  },
} satisfies Record<string, Fault>;
