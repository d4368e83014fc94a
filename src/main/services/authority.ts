import { X509Certificate } from 'node:crypto';
import type { Authority, CertificateDetails, CertificateFacts } from '../../shared/certificate';
import { AppError } from '../../shared/errors';

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * The certificates in a file, as PEM or DER, once each of them could vouch for a server today.
 *
 * Throws `CERTIFICATE_REFUSED`.
 */
export function authorityIn(file: Uint8Array | string, now: number): Authority {
  const certificates = read(file);
  const [first] = certificates;
  if (!first) throw refused({ problem: 'unreadable' });
  for (const certificate of certificates) check(certificate, now);
  return { pem: certificates.map((certificate) => certificate.toString()).join(''), facts: factsOf(first) };
}

/** What a certificate that was kept says of itself. */
export function authorityFacts(pem: string): CertificateFacts {
  return factsOf(new X509Certificate(pem));
}

function read(file: Uint8Array | string): readonly X509Certificate[] {
  const bytes = Buffer.from(file);
  const blocks: readonly (string | Buffer)[] = bytes.toString('latin1').match(BLOCK) ?? [bytes];
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw refused({ problem: 'unreadable' }, cause);
  }
}

function check(certificate: X509Certificate, now: number): void {
  const { validFromDate, validToDate } = certificate;
  if (!certificate.ca && !signsItself(certificate)) throw refused({ problem: 'no-authority' });
  if (validToDate.getTime() < now) throw refused({ problem: 'expired', at: validToDate.getTime() });
  if (validFromDate.getTime() > now) throw refused({ problem: 'early', at: validFromDate.getTime() });
}

function signsItself(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);
}

function factsOf({ subject, issuer, fingerprint256, validToDate }: X509Certificate): CertificateFacts {
  return {
    subject: nameIn(subject),
    issuer: nameIn(issuer),
    fingerprint: fingerprint256,
    validTo: validToDate.getTime(),
  };
}

/** A name stands in lines, the common one among them or not; some certificates have none. */
function nameIn(lines: string | undefined): string {
  const parts = (lines ?? '').split('\n');
  return parts.find((part) => part.startsWith('CN='))?.slice('CN='.length) ?? parts.join(', ');
}

function refused(certificate: CertificateDetails, cause?: unknown): AppError {
  return new AppError('CERTIFICATE_REFUSED', 'The certificate cannot be used.', {
    cause,
    details: { certificate },
  });
}
