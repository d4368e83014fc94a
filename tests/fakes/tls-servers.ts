/** Servers that answer over TLS, and whose certificates are not what they should be; see `tls/make.sh`. */
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { faults } from './faults.ts';
import type { Body } from './speech.ts';

type Server = HttpServer | HttpsServer;

const kinds = ['trusted', 'self-signed', 'expired', 'wrong-host'] as const;
/** Only `trusted` is in order, for who trusts the authority. */
type Certificate = (typeof kinds)[number];

const pem = (name: string): string => readFileSync(new URL(`./tls/${name}`, import.meta.url), 'utf8');

/** What a server on this machine needs to speak TLS with who trusts the authority. */
export const trusted = { key: pem('server.key'), cert: pem('trusted.pem') };
/** The certificate of who signed all of them but the self-signed. */
export const authority: string = pem('authority.pem');
/** Where that stands, for a setting that takes a file. */
export const authorityFile: string = fileURLToPath(new URL('./tls/authority.pem', import.meta.url));

export interface TlsServers {
  readonly addresses: Readonly<Record<Certificate, string>>;
  /** An address that says `https` where no TLS is spoken. */
  readonly notTls: string;
  /** Which of them were asked for an answer. What a client refuses to talk to never is. */
  readonly asked: readonly Certificate[];
  close(): Promise<void>;
}

/** All of them answer as a server without a fault. */
export async function tlsServers(): Promise<TlsServers> {
  const asked: Certificate[] = [];
  const started = await Promise.all(
    kinds.map((kind) => start(withCertificate(kind, () => asked.push(kind)))),
  );
  const plain = await start(createHttpServer());
  const addressOf = (kind: Certificate) => address(started[kinds.indexOf(kind)]?.port ?? 0);
  return {
    addresses: {
      trusted: addressOf('trusted'),
      'self-signed': addressOf('self-signed'),
      expired: addressOf('expired'),
      'wrong-host': addressOf('wrong-host'),
    },
    notTls: address(plain.port),
    asked,
    async close() {
      await Promise.all([...started, plain].map(({ close }) => close()));
    },
  };
}

const address = (port: number): string => `https://127.0.0.1:${port}/v1`;

function withCertificate(kind: Certificate, heard: () => void): Server {
  const server = createServer({ key: pem('server.key'), cert: pem(`${kind}.pem`) }, (request, http) => {
    heard();
    void readText(request).then((raw) => {
      const body = JSON.parse(raw || '{}') as Body;
      const api = request.url === '/v1/chat/completions' ? 'chat' : 'responses';
      return faults.ok.meet({ api, body, request, http, elsewhere: '' });
    });
  });
  // A handshake that the client breaks off is what these servers are for.
  return server.on('tlsClientError', () => undefined);
}

async function start(server: Server) {
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
