import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** What a server has shown of itself. */
export interface Shown {
  readonly hostname: string;
  /** PEM, from the server's own to the last that it sent. */
  readonly chain: readonly string[];
}

/** More than any real chain has. */
const LONGEST_CHAIN = 8;
/** What a server's certificate is for, where it says. */
const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';

/**
 * Whether one of the certificates in `authority` (PEM) vouches for the server: it has signed the server's, by way of
 * those that the server sent, or it is the server's own. Names and dates must be right all the same.
 */
export function isProvenBy(authority: string, { hostname, chain }: Shown, now = Date.now()): boolean {
  try {
    const anchors = certificatesIn(authority);
    const [server, ...sent] = chain.map((pem) => new X509Certificate(pem));
    if (!server || !isFor(server, hostname) || !isServer(server)) return false;
    return leadsTo(anchors, server, sent, now);
  } catch {
    return false; // What cannot be read proves nothing.
  }
}

function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

function isFor(certificate: X509Certificate, hostname: string): boolean {
  const plain = hostname.replace(/^\[|\]$/g, '');
  if (isIP(plain)) return certificate.checkIP(plain) !== undefined;
  return certificate.checkHost(plain, { subject: 'never' }) !== undefined;
}

function isServer({ keyUsage }: X509Certificate): boolean {
  const uses = keyUsage as readonly string[] | undefined; // absent where it says nothing
  return uses === undefined || uses.length === 0 || uses.includes(SERVER_AUTHENTICATION);
}

function isDue({ validFromDate, validToDate }: X509Certificate, now: number): boolean {
  return validFromDate.getTime() <= now && now <= validToDate.getTime();
}

function signed(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function leadsTo(
  anchors: readonly X509Certificate[],
  server: X509Certificate,
  sent: readonly X509Certificate[],
  now: number,
): boolean {
  let certificate = server;
  for (let length = 0; length < LONGEST_CHAIN; length += 1) {
    if (!isDue(certificate, now)) return false;
    const { fingerprint256 } = certificate;
    if (anchors.some((anchor) => anchor.fingerprint256 === fingerprint256)) return true;
    const current = certificate;
    if (anchors.some((anchor) => isDue(anchor, now) && signed(anchor, current))) return true;
    const next = sent.find((issuer) => issuer.fingerprint256 !== fingerprint256 && signed(issuer, current));
    if (!next) return false;
    certificate = next;
  }
  return false;
}
