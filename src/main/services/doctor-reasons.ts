import type { Check, Finding, Reason } from '../../shared/doctor';
import type { AppError, ErrorCode } from '../../shared/errors';

type Found = Pick<Finding, 'verdict' | 'reason' | 'page'>;

/** Failures in which the server was never spoken to, or did not answer as one. */
const NEVER_REACHED: readonly ErrorCode[] = [
  ...(['BAD_ADDRESS', 'CONNECTION_LOST', 'HOST_NOT_FOUND', 'NOT_A_SERVER', 'OFFLINE', 'PORTAL'] as const),
  ...(['PROXY_DOWN', 'PROXY_FAILED', 'PROXY_PASSWORD', 'REDIRECTED', 'REFUSED', 'STALLED'] as const),
  ...(['TIMED_OUT', 'TLS_FAILED'] as const),
];
const SERVER_TROUBLE: readonly ErrorCode[] = ['OVERLOADED', 'SERVER_FAILED'];
const ABOUT_THE_KEY: readonly ErrorCode[] = ['BAD_API_KEY', 'KEY_REVOKED', 'NOT_ALLOWED', 'NO_API_KEY'];

/** What is wrong with a key, by the server's own name for it and by its words. */
const KEY_REASONS: readonly (readonly [RegExp, Reason])[] = [
  [/expired/, 'expired'],
  [
    /mismatched_project|invalid_project|project_not_found|\bproject\b.*\b(match|not found|archived)/i,
    'project',
  ],
  [/organization/i, 'organization'],
  [/missing.scope|insufficient permissions/i, 'permission'],
  [/ip_not_authorized|ip address/i, 'place'],
  [/unsupported_country|country, region/i, 'country'],
];
const MUST_BE_VERIFIED = /must be verified/i;

/** The steps that a free request tells of, where it failed. */
export function whereRefused(error: AppError): Partial<Record<Check, Found>> {
  const { code } = error;
  if (NEVER_REACHED.includes(code)) return { address: { verdict: 'problem', reason: 'failed', page: null } };
  if (SERVER_TROUBLE.includes(code))
    return { address: { verdict: 'problem', reason: 'failed', page: 'status' } };
  const address: Found = { verdict: 'fine', reason: 'reached', page: null };
  if (ABOUT_THE_KEY.includes(code)) return { address, key: keyFound(error) };
  return { address, key: { verdict: 'unknown', reason: 'failed', page: null } };
}

function keyFound({ code, details }: AppError): Found {
  const said = `${details.serverCode ?? ''} ${details.serverMessage ?? ''}`;
  const known = KEY_REASONS.find(([pattern]) => pattern.test(said))?.[1];
  if (code === 'NO_API_KEY') return { verdict: 'problem', reason: 'no-key', page: 'keys' };
  if (code === 'KEY_REVOKED') return { verdict: 'problem', reason: 'revoked', page: 'keys' };
  const reason = known ?? (code === 'BAD_API_KEY' ? 'refused' : 'failed');
  const page = reason === 'country' ? null : reason === 'organization' ? 'organization' : 'keys';
  return { verdict: 'problem', reason, page };
}

/** The steps that a question tells of, where it was refused; the rest stays unseen. */
export function whereAskedInVain(error: AppError): Partial<Record<Check, Found>> {
  const { code, details } = error;
  if (code === 'NO_CREDIT') return { credit: { verdict: 'problem', reason: 'no-credit', page: 'billing' } };
  if (code === 'RATE_LIMITED') return { limits: { verdict: 'problem', reason: 'limited', page: 'limits' } };
  if (MUST_BE_VERIFIED.test(details.serverMessage ?? ''))
    return { streaming: { verdict: 'problem', reason: 'unverified', page: 'organization' } };
  return { streaming: { verdict: 'unknown', reason: 'failed', page: null } };
}
