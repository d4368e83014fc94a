/** A proxy on this machine: it lets requests pass, and leads names that nobody knows to servers that a test has. */
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

interface Options {
  /** Where a host (with its port) really is, such as `api.openai.com:443`. Others are where they say. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** What it asks for: `user:password`. */
  readonly password?: string;
  /** It lets nobody pass, with this status. */
  readonly refuse?: number;
}

export interface ForwardProxy {
  /** For a proxy setting. */
  readonly address: string;
  /** The first line of each request so far, such as `CONNECT api.openai.com:443`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function startForwardProxy({
  hosts = {},
  password,
  refuse,
}: Options = {}): Promise<ForwardProxy> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = password && `Basic ${Buffer.from(password).toString('base64')}`;

  /** What is said in place of letting it pass. */
  function refusal({ headers }: IncomingMessage): number | null {
    if (wanted && headers['proxy-authorization'] !== wanted) return 407;
    return refuse ?? null;
  }

  function placeOf(host: string) {
    const { hostname, port } = new URL(`tcp://${host}`);
    const mapped = hosts[host];
    return mapped === undefined
      ? { host: hostname, port: Number(port || 80) }
      : { host: '127.0.0.1', port: mapped };
  }

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    requests.push(`${request.method} ${request.url}`);
    const status = refusal(request);
    if (status !== null) return void response.writeHead(status, asking(status)).end();
    const url = new URL(request.url ?? '');
    const { method, headers } = request;
    const on = send({
      ...placeOf(url.port ? url.host : `${url.host}:80`),
      method,
      headers,
      path: `${url.pathname}${url.search}`,
    });
    on.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    on.on('error', () => response.writeHead(502).end());
    request.pipe(on);
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.on('error', () => undefined);
    const status = refusal(request);
    if (status !== null) {
      const lines = Object.entries(asking(status)).map(([name, value]) => `${name}: ${value}\r\n`);
      return void socket.end(`HTTP/1.1 ${status} No\r\n${lines.join('')}\r\n`);
    }
    const on = connect(placeOf(request.url ?? ''), () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      on.pipe(socket);
      socket.pipe(on);
    });
    on.on('error', () => socket.destroy());
    sockets.add(on);
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function asking(status: number): Record<string, string> {
  return {
    'Content-Length': '0',
    Connection: 'close',
    ...(status === 407 && { 'Proxy-Authenticate': 'Basic realm="proxy"' }),
  };
}
