/** What people and models write in years of work: common and rare words, names, code, and languages without spaces. */
import { CODE, random } from '../answers.ts';

const COMMON = (
  'the of and to in a is that it for was on are as with they be at this have from or one had by word but not what ' +
  'all were we when your can said there use each which she how their if will up other about out many then them ' +
  'these so some her would make like him into time has look two more write go see number no way could people my ' +
  'than first water been call who oil its now find long down day did get come made may part over new sound take ' +
  'only little work know place year live back give most very after thing our just name good sentence great think ' +
  'help through much before line right too mean old any same tell follow came want show also around form three ' +
  'small set put end does another well large must big even such because turn here why ask went read need land ' +
  'different home move try kind hand picture again change off play spell air away animal house point page letter ' +
  'mother answer found study still learn should world between retention survey pricing query window function model ' +
  'naïve café résumé über façade jalapeño error server request budget migration schema folder receipt archive'
).split(' ');
const SYLLABLES = (
  'ka lo mi ren to va shi dor nel pex qua zor bri fen gul hap jin wex yor tam ser ult con pre dis tion ment able ' +
  'ing est ter ver mar lin'
).split(' ');
const CHINESE =
  '我们可以使用数据库索引来提高查询的速度然后分析每个用户在三十天内的留存率并且比较不同模型的价格与质量'.split(
    '',
  );
const JAPANESE =
  'この関数は検索の結果を並べ替えてから画面に表示しますデータの保存と復元についても説明してください'.split(
    '',
  );

const VOCABULARY = 60_000;
const RARE = 400_000;
const SENTENCES = 30_000;

/** A made-up word, another for each number. */
function madeUp(number: number): string {
  let word = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
}

/** Writes the messages of a library, the same on every machine. */
export class Texts {
  readonly #next: () => number;
  readonly #words: readonly string[];
  readonly #sentences: readonly string[];

  constructor(seed = 7) {
    this.#next = random(seed);
    this.#words = [...COMMON, ...Array.from({ length: VOCABULARY }, (_, number) => madeUp(number))];
    this.#sentences = Array.from({ length: SENTENCES }, () => this.#sentence());
  }

  title(): string {
    return [this.#common(), this.#zipf(), this.#zipf()].map((at) => this.#words[at] ?? '').join(' ');
  }

  question(): string {
    return this.#prose(120 + this.#below(300));
  }

  answer(): string {
    const length = 500 + this.#below(2200);
    const kind = this.#next();
    if (kind < 0.05) return this.#unspaced(kind < 0.03 ? CHINESE : JAPANESE, length / 3);
    const prose = this.#prose(length);
    if (kind > 0.2) return prose;
    const languages = Object.keys(CODE);
    const language = languages[this.#below(languages.length)] ?? '';
    return `${prose}\n\n\`\`\`${language}\n${(CODE[language] ?? '').replaceAll('N', String(this.#below(99)))}\n\`\`\``;
  }

  #prose(length: number): string {
    let text = '';
    while (text.length < length) text += (this.#sentences[this.#below(SENTENCES)] ?? '') + ' ';
    return `${text}${madeUp(VOCABULARY + this.#below(RARE))}.`;
  }

  #unspaced(letters: readonly string[], length: number): string {
    let text = '';
    while (text.length < length) {
      const from = this.#below(letters.length - 8);
      text += letters.slice(from, from + 4 + this.#below(8)).join('') + (this.#next() < 0.2 ? '。' : '');
    }
    return text;
  }

  #sentence(): string {
    const words = Array.from({ length: 6 + this.#below(14) }, () => this.#words[this.#zipf()]);
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  #below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  #common(): number {
    return this.#below(COMMON.length);
  }

  /** Few words are written often, and most of them hardly ever. */
  #zipf(): number {
    return Math.floor(Math.pow(this.#words.length, this.#next())) - 1;
  }
}
