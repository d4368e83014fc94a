/** Two frames at 60 Hz: text still flows, and a burst of tokens is one message and one commit. */
const FLUSH_MS = 33;

/** Joins the tokens of a burst. Each piece is handed on with its place in the text, in UTF-16 units. */
export class DeltaBuffer {
  readonly #flushed: (at: number, text: string) => void;
  #sent: number;
  #pending = '';
  #timer: NodeJS.Timeout | undefined;

  /** `sent`: how long the text is already. */
  constructor(flushed: (at: number, text: string) => void, sent: number) {
    this.#flushed = flushed;
    this.#sent = sent;
  }

  push(text: string): void {
    this.#pending += text;
    this.#timer ??= setTimeout(() => this.#flush(wholeLength(this.#pending)), FLUSH_MS);
  }

  /** Hands on the rest. */
  end(): void {
    this.#flush(this.#pending.length);
  }

  #flush(length: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (length === 0) return;
    const at = this.#sent;
    const text = this.#pending.slice(0, length);
    this.#sent += length;
    this.#pending = this.#pending.slice(length);
    this.#flushed(at, text);
  }
}

/** Without a last half of a character, which the disk could not keep: its other half is still to come. */
function wholeLength(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}
