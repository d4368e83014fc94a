import type { Finding, RateLimit } from '../../shared/doctor';
import { wholeNumber, words } from '../../shared/words';
import { wordsFor } from './error-copy';

/** What was found, in one line. */
export function findingWords({
  reason,
  host,
  model,
  error,
  limits,
  secure,
}: Finding & { secure: boolean }): string {
  const { lines } = words.doctor;
  switch (reason) {
    case 'reached':
      return secure ? lines.reached(host) : lines.reachedPlain(host);
    case 'permission': {
      const scopes = /missing scopes?:\s*([\w.:, -]*\w)/i.exec(error?.details.serverMessage ?? '')?.[1];
      return scopes ? lines.permissionOf(scopes) : lines.permission;
    }
    case 'listed':
    case 'not-listed':
      return lines[reason](model);
    case 'room':
      return [left('requests', limits?.requests ?? null), left('tokens', limits?.tokens ?? null)]
        .filter((part) => part !== '')
        .join(' · ');
    case 'failed': {
      if (!error) return words.doctor.failed;
      const { title, text } = wordsFor(error);
      return `${title} ${text}`;
    }
    default:
      return lines[reason];
  }
}

function left(what: 'requests' | 'tokens', limit: RateLimit | null): string {
  if (!limit) return '';
  const say = words.doctor.left;
  const part = say[what](wholeNumber(limit.left), wholeNumber(limit.of));
  return limit.resetMs === null ? part : `${part}, ${say.whole(briefly(limit.resetMs))}`;
}

/** “120 ms”, “4 s”, “6 min”. */
function briefly(ms: number): string {
  if (ms < 1000) return `${wholeNumber(ms)} ms`;
  const seconds = Math.ceil(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
