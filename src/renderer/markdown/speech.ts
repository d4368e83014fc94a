import { countWords } from '../lib/words';
import { GrowingText } from './growing';
import { sentencesOf, wordsOf } from './spoken';

/** A longer text is not read for its marks only to count its words. */
const MAX_READ = 16_000;

/** One answer as it is read aloud: the sentences of each of its blocks. */
export class Speech {
  readonly #text: GrowingText;

  constructor(dollarMaths: boolean) {
    this.#text = new GrowingText(dollarMaths);
  }

  growing(text: string): readonly (readonly string[])[] {
    return this.#text.read(text).map(sentencesOf);
  }

  whole(text: string): readonly (readonly string[])[] {
    return this.#finish(text).map(sentencesOf);
  }

  /** Of the whole text. */
  words(text: string): number {
    return countWords(text.length > MAX_READ ? text : wordsOf(this.#finish(text)));
  }

  #finish(text: string) {
    let blocks = this.#text.finish(text);
    while (this.#text.behind) blocks = this.#text.finish(text);
    return blocks;
  }
}
