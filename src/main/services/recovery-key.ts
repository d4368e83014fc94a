import { createHash } from 'node:crypto';

/** Crockford's: no letter of it is taken for a digit or for another letter. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 32;
/** With them the words have whole groups, and one letter that is wrong is noticed. */
const CHECK_BYTES = 3;
const GROUP = 4;

/** A key in letters and digits that can be written down: fourteen groups of four. */
export function toRecoveryKey(key: string): string {
  const bytes = Buffer.from(key, 'hex');
  let bits = BigInt(`0x${Buffer.concat([bytes, checkOf(bytes)]).toString('hex')}`);
  let letters = '';
  for (let left = ((KEY_BYTES + CHECK_BYTES) * 8) / 5; left > 0; left--) {
    letters = `${LETTERS[Number(bits % 32n)] ?? ''}${letters}`;
    bits /= 32n;
  }
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** The key that was written down, however it was typed; null where a letter is wrong or missing. */
export function fromRecoveryKey(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (letters.length * 5 !== (KEY_BYTES + CHECK_BYTES) * 8) return null;
  let bits = 0n;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value === -1) return null;
    bits = bits * 32n + BigInt(value);
  }
  const all = Buffer.from(bits.toString(16).padStart((KEY_BYTES + CHECK_BYTES) * 2, '0'), 'hex');
  const key = all.subarray(0, KEY_BYTES);
  return checkOf(key).equals(all.subarray(KEY_BYTES)) ? key.toString('hex') : null;
}

function checkOf(key: Buffer): Buffer {
  return createHash('sha256').update('Parley recovery key').update(key).digest().subarray(0, CHECK_BYTES);
}
