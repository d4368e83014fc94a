/** Streams that are odd and yet right, and streams that are wrong. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterHalf, beginStream, sendEvents, type Fault } from './fault.ts';
import { chatEvent, encode, halfAnswer, wholeAnswer, wholeText, type Api, type SentEvent } from './speech.ts';

/** All of an answer, sent in an odd manner. */
const oddly = (
  send: (http: ServerResponse, events: SentEvent[], api: Api) => void | Promise<void>,
): Fault => ({
  api: 'both',
  text: wholeText,
  whole: true,
  meet: ({ api, body, http }) => send(http, wholeAnswer(api, body), api),
});

/** Larger than a client should take in one piece. */
const HUGE = 32 * 1024 * 1024;

export const oddStreams = {
  ok: oddly((http, events) => sendEvents(http, events)),
  /** So few bytes at a time that characters are torn apart. */
  bytewise: oddly(async (http, events) => {
    beginStream(http);
    const bytes = Buffer.from(encode(events));
    for (let at = 0; at < bytes.length; at += 7) {
      http.write(bytes.subarray(at, at + 7));
      await nextTurn();
    }
    http.end();
  }),
  'crlf-comments-bom': oddly((http, events) => {
    beginStream(http);
    http.end(
      `\uFEFF: hello\n\n${encode(events).replaceAll('\n\n', '\n: a comment\n\n')}`.replaceAll('\n', '\r\n'),
    );
  }),
  'data-in-lines': oddly((http, events) => {
    beginStream(http);
    http.end(events.map(inLines).join(''));
  }),
  'no-last-blank-line': oddly((http, events) => {
    beginStream(http);
    http.end(encode(events).trimEnd());
  }),
  'no-space-after-colon': oddly((http, events) => {
    beginStream(http);
    http.end(encode(events).replaceAll('\ndata: ', '\ndata:').replaceAll('\nevent: ', '\nevent:'));
  }),
  'without-event-names': oddly((http, events) => {
    sendEvents(
      http,
      events.map(({ data }) => ({ name: null, data })),
    );
  }),
  'unknown-events': oddly((http, events, api) => {
    const unknown = (type: string) => ({
      name: api === 'chat' ? null : type,
      data: JSON.stringify({ type }),
    });
    sendEvents(http, [
      ...events.slice(0, 4),
      unknown('response.future.thing'),
      unknown('ping'),
      ...events.slice(4),
    ]);
  }),
  'words-after-the-end': oddly((http, events) => {
    sendEvents(http, [...events, ...events.slice(1, 6)]);
  }),
  compressed: oddly((http, events) => {
    http.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
    http.end(gzipSync(encode(events)));
  }),
} satisfies Record<string, Fault>;

export const badStreams = {
  'empty-body': { api: 'both', text: '', meet: ({ http }) => sendEvents(http, []) },
  'no-end': afterHalf(({ http }) => void http.end()),
  'cut-event': afterHalf(
    ({ http }) => void http.end('event: response.output_text.delta\ndata: {"type":"respo'),
  ),
  'bad-json': afterHalf(({ http }) => void http.end('data: {"type": nothing}\n\n')),
  'not-an-object': afterHalf(({ http }) => void http.end('data: 42\n\n')),
  /** Bytes that are no text stand for the characters that belong there. */
  'bad-utf8': {
    api: 'both',
    text: wholeText.replace('日', '\uFFFD\uFFFD'),
    whole: true,
    meet({ api, body, http }) {
      beginStream(http);
      for (const event of wholeAnswer(api, body)) http.write(spoilt(encode([event])));
      http.end();
    },
  },
  'huge-event': {
    api: 'both',
    text: null,
    meet({ api, body, http }) {
      const { name, data } = halfAnswer(api, body).at(-1) ?? chatEvent({});
      const huge = { name, data: data.replace('שלום', 'x'.repeat(HUGE)) };
      sendEvents(http, [...halfAnswer(api, body), huge]);
    },
  },
  /** Goes on until the client leaves. */
  endless: {
    api: 'both',
    text: null,
    async meet({ api, body, http }) {
      beginStream(http);
      const events = halfAnswer(api, body);
      http.write(encode(events));
      const again = encode(events.slice(-1)).replace('שלום', 'and so on '.repeat(100)).repeat(20);
      while (!http.destroyed) {
        if (http.write(again)) await nextTurn();
        else await new Promise<void>((drained) => void http.once('drain', drained).once('close', drained));
      }
    },
  },
  'error-named': afterHalf(({ http }) => {
    const error = { type: 'error', code: 'server_error', message: 'Oh.', param: null, sequence_number: 9 };
    http.end(encode([{ name: 'error', data: JSON.stringify(error) }]));
  }),
  'error-nested': afterHalf(({ http }) => {
    const error = {
      type: 'rate_limit_error',
      code: 'rate_limit_exceeded',
      message: 'Slow down.',
      param: null,
    };
    http.end(encode([{ name: 'error', data: JSON.stringify({ type: 'error', error }) }]));
  }),
  'error-nameless': afterHalf(({ http }) => {
    const error = { type: 'error', code: 'server_error', message: 'Oh.', param: null };
    http.end(encode([{ name: null, data: JSON.stringify(error) }]));
  }),
  'error-compat': afterHalf(({ http }) => {
    const error = { message: 'CUDA out of memory', type: 'server_error', code: 500 };
    http.end(encode([{ name: null, data: JSON.stringify({ error }) }]));
  }),
  'error-at-once': {
    api: 'both',
    text: '',
    meet({ http }) {
      const error = { message: 'The model could not be loaded.', type: 'server_error', code: 'not_loaded' };
      sendEvents(http, [{ name: null, data: JSON.stringify({ error }) }]);
    },
  },
} satisfies Record<string, Fault>;

/** The data laid out over several lines, which a reader has to put together. */
function inLines({ name, data }: SentEvent): string {
  const laidOut = data === '[DONE]' ? data : JSON.stringify(JSON.parse(data), null, 1);
  const lines = laidOut.split('\n').map((line) => `data: ${line}\n`);
  return `${name === null ? '' : `event: ${name}\n`}${lines.join('')}\n`;
}

/** Two bytes of no meaning in place of a character of three. */
function spoilt(text: string): Buffer {
  const bytes = Buffer.from(text);
  const at = bytes.indexOf('日');
  if (at < 0 || !text.includes('delta')) return bytes;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xfe]), bytes.subarray(at + 3)]);
}
