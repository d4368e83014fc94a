import type { Message } from '../../shared/model';

/** In English; a guess for what no server has counted. */
const CHARACTERS_A_TOKEN = 4;

/**
 * About how many tokens the next request has: what the server counted at the branch's last answer, and a guess of
 * what came after it. `typed` is not sent yet.
 */
export function contextTokens(path: readonly Message[], typed: string): number {
  const digest = path.findLastIndex(({ compacted }) => compacted);
  const sent = path.slice(digest + 1);
  const counted = sent.findLastIndex(({ tokens }) => tokens !== null);
  const { input = 0, output = 0 } = sent[counted]?.tokens ?? {};
  const rest = sent.slice(counted + 1).reduce((length, { text }) => length + text.length, typed.length);
  return input + output + Math.ceil(rest / CHARACTERS_A_TOKEN);
}
