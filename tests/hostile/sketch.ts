/** A hostile text that runs `code` where nobody stops it, or leads to `address`. Both tell which payload it was. */
export type Sketch = (code: string, address: string) => string;

/** Every one of `sketches`, changed in each of the ways. */
export function each(sketches: readonly Sketch[], ways: readonly ((text: string) => string)[]): Sketch[] {
  return sketches.flatMap((sketch) =>
    ways.map(
      (way): Sketch =>
        (code, address) =>
          way(sketch(code, address)),
    ),
  );
}

/** `code` written as numeric entities, which HTML and Markdown both read back. */
export function asEntities(code: string, hex = false): string {
  return Array.from(code, (letter) => letter.codePointAt(0) ?? 0)
    .map((point) => (hex ? `&#x${point.toString(16)};` : `&#${point};`))
    .join('');
}

/** `code` with every character percent-encoded. */
export function asPercent(code: string): string {
  return [...new TextEncoder().encode(code)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');
}
