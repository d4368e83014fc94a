/** For `bench:turn`, in a process of its own: answers whose words are the times at which they leave. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

const EVERY_MS = 5;
const now = (): number => performance.timeOrigin + performance.now();
const at = { item_id: 'msg_1', output_index: 0, content_index: 0 };

function send(
  http: ServerResponse,
  event: { readonly type: string; readonly [field: string]: unknown },
): void {
  http.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

const word = (http: ServerResponse): void =>
  send(http, { type: 'response.output_text.delta', ...at, delta: `${now().toFixed(2)} ` });

function end(http: ServerResponse): void {
  const response = { id: 'resp_1', model: 'bench', status: 'completed', output: [] };
  send(http, { type: 'response.completed', response });
  http.end();
}

/** So many tokens a second, for so many seconds; 0 a second: so many tokens, as fast as they are taken. */
function answer(http: ServerResponse, perSecond: number, amount: number): void {
  http.writeHead(200, { 'content-type': 'text/event-stream' });
  if (perSecond === 0) {
    for (let sent = 0; sent < amount; sent++) word(http);
    return end(http);
  }
  const began = now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.min(perSecond * amount, Math.floor(((now() - began) / 1000) * perSecond));
    for (; sent < due; sent++) word(http);
    if (sent < perSecond * amount) return;
    clearInterval(timer);
    end(http);
  }, EVERY_MS);
}

const server = createServer((request, http) => {
  if (request.url === '/v1/models') return void http.end('{"data":[{"id":"bench"}]}');
  void json(request).then((body) => {
    const { input } = body as { input?: string | { content: string }[] };
    const asked = typeof input === 'string' ? input : input?.at(-1)?.content;
    if (asked === undefined) return void http.writeHead(400).end('{"error":{"message":"Missing input."}}');
    const [perSecond = 0, amount = 0] = asked.split(' ').map(Number);
    answer(http, perSecond, amount);
  });
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
});
