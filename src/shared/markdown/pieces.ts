/** A part of what is written: words, or something that becomes parts when it is its turn. */
export type Piece = string | (() => readonly Piece[]);

/** Writes one piece after the other. However deep they lie in each other, the stack does not grow. */
export function written(pieces: readonly Piece[]): string {
  const words: string[] = [];
  const waiting: Piece[] = pieces.toReversed();
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if (typeof piece === 'string') words.push(piece);
    else for (const part of piece().toReversed()) waiting.push(part);
  }
  return words.join('');
}
