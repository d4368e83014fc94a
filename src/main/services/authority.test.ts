import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { authorityFacts, authorityIn } from './authority';

const pem = (name: string) => readFileSync(`tests/fakes/tls/${name}.pem`, 'utf8');
const now = Date.parse('2026-11-27');

function problemOf(file: string | Uint8Array, at = now) {
  try {
    authorityIn(file, at);
  } catch (thrown) {
    return AppError.from(thrown).details.certificate;
  }
  return null;
}

test('the certificate of an authority is read, as text and as bytes', () => {
  const { pem: kept, facts } = authorityIn(pem('authority'), now);
  expect(facts.subject).toBe(facts.issuer);
  expect(facts.fingerprint).toBe(new X509Certificate(pem('authority')).fingerprint256);
  expect(facts.validTo).toBe(Date.parse('2120-01-01'));
  expect(authorityFacts(kept)).toEqual(facts);
  expect(authorityIn(new X509Certificate(pem('authority')).raw, now).pem).toBe(kept);
  expect(problemOf(pem('self-signed'))).toBeNull();
});

test('several are kept together, and each of them must be of use', () => {
  const both = `# ours\n${pem('authority')}\n${pem('self-signed')}`;
  expect(authorityIn(both, now).pem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  expect(problemOf(`${pem('authority')}${pem('trusted')}`)).toEqual({ problem: 'no-authority' });
});

test('a file that is of no use says why, with the day where there is one', () => {
  expect(problemOf('')).toEqual({ problem: 'unreadable' });
  expect(problemOf('hello')).toEqual({ problem: 'unreadable' });
  expect(problemOf(readFileSync('tests/fakes/tls/server.key'))).toEqual({ problem: 'unreadable' });
  expect(problemOf(pem('trusted'))).toEqual({ problem: 'no-authority' });
  const late = Date.parse('2130-01-01');
  expect(problemOf(pem('authority'), late)).toEqual({ problem: 'expired', at: Date.parse('2120-01-01') });
  const early = Date.parse('1999-01-01');
  expect(problemOf(pem('authority'), early)).toMatchObject({ problem: 'early' });
});
