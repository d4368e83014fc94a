/** How well a name fits what was typed; null where it does not. Its letters stand in this order, best at words' beginnings. */
export function fit(name: string, typed: string): number | null {
  const wanted = typed.toLowerCase().replace(/\s+/gu, '');
  const letters = name.toLowerCase();
  let score = 0;
  let at = 0;
  for (const letter of wanted) {
    const next = startOf(letters, letter, at) ?? letters.indexOf(letter, at);
    if (next === -1) return null;
    if (next === at && at > 0) score += 3;
    else if (isStart(letters, next)) score += 2;
    else score -= 1;
    at = next + letter.length;
  }
  return score - letters.length / 100;
}

/** Each word that was typed begins a word of the name, in this order. */
export function begins(name: string, typed: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  let at = 0;
  return typed
    .toLowerCase()
    .trim()
    .split(/\s+/u)
    .every((typedWord) => {
      const found = words.findIndex((word, index) => index >= at && word.startsWith(typedWord));
      at = found + 1;
      return found !== -1;
    });
}

/** The letter right here, or at the beginning of a later word. */
function startOf(letters: string, letter: string, from: number): number | null {
  if (letters.startsWith(letter, from)) return from;
  for (let at = letters.indexOf(letter, from); at !== -1; at = letters.indexOf(letter, at + 1))
    if (isStart(letters, at)) return at;
  return null;
}

const isStart = (letters: string, at: number) => at === 0 || /[^\p{L}\p{N}]/u.test(letters.charAt(at - 1));
