/** Connections that say nothing, break off or speak something else. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterHalf, beginStream, written, type Fault } from './fault.ts';

const nothing = (meet: Fault['meet']): Fault => ({ api: 'both', text: '', meet });
const silence = (fault: Fault): Fault => ({ ...fault, silent: true });

export const connectionFaults = {
  /** The request is taken, and that is all. */
  'no-headers': silence(nothing(() => undefined)),
  'no-first-byte': silence(nothing(({ http }) => beginStream(http))),
  stall: silence(afterHalf(() => undefined)),
  /** Lines that keep a connection open, and nothing else. */
  'only-comments': silence(
    nothing(async ({ http }) => {
      beginStream(http);
      while (!http.destroyed) {
        http.write(': still here\n\n');
        await wait(20);
      }
    }),
  ),
  'reset-before': nothing(({ request }) => void request.socket.resetAndDestroy()),
  'close-before': nothing(({ request }) => void request.socket.destroy()),
  'reset-before-first-byte': nothing(async ({ http, request }) => {
    beginStream(http);
    await written(http, ': hello\n\n');
    request.socket.resetAndDestroy();
  }),
  'reset-mid': afterHalf(({ request }) => void request.socket.resetAndDestroy()),
  'close-mid': afterHalf(({ request }) => void request.socket.destroy()),
  /** The chunk says that it is longer than what comes of it. */
  'close-in-chunk': afterHalf(({ request }) => void request.socket.end('80\r\nevent: response.output_te')),
  'bad-chunk': afterHalf(({ request }) => void request.socket.end('no number\r\n')),
  'not-http': nothing(({ request }) => void request.socket.end('SSH-2.0-OpenSSH_10.0\r\n')),
  'endless-headers': nothing(({ request }) => {
    const header = `x-padding: ${'x'.repeat(8000)}\r\n`;
    request.socket.end(`HTTP/1.1 200 OK\r\n${header.repeat(12)}\r\n`);
  }),
} satisfies Record<string, Fault>;
