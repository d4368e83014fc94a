import { safeFileName } from './file-name';

/** Names for files that lie in one folder: each is safe, and no two are the same to any system. */
export class UniqueNames {
  readonly #taken: Set<string>;
  /** The last number that a name was given. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: readonly string[] = []) {
    this.#taken = new Set(taken.map(folded));
  }

  /** `ending` begins with its dot. */
  of(title: string, ending: string): string {
    const whole = safeFileName(`${title.trim() === '' ? 'Untitled' : title}${ending}`);
    const stem = whole.slice(0, whole.length - ending.length);
    let name = stem + ending;
    while (this.#taken.has(folded(name))) {
      const number = (this.#numbers.get(folded(stem)) ?? 1) + 1;
      this.#numbers.set(folded(stem), number);
      name = `${stem} (${number})${ending}`;
    }
    this.#taken.add(folded(name));
    return name;
  }
}

/** Windows and macOS take upper and lower case for the same. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();
