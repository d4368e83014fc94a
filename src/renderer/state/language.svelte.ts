import type { LanguageCode } from '../../shared/words/language';
import { languageOf, PSEUDO } from '../../shared/words/language';
import { english } from '../../shared/words/english';
import type { Language } from '../../shared/words/language';
import { speakFrom } from '../../shared/words';

/** What the window speaks: the user's choice, or the system's language. English is there at once. */
export class Spoken {
  current = $state.raw<Language>(english);
  readonly #system: readonly string[];
  #wanted: Language['code'] = english.code;

  constructor(system: readonly string[]) {
    this.#system = system;
    speakFrom(() => this.current);
  }

  /** Resolves once it is spoken. Of two choices in a row the later one stays. */
  async choose(chosen: LanguageCode | 'system'): Promise<void> {
    const code = languageOf(chosen, this.#system);
    this.#wanted = code;
    const language = await load(code);
    if (this.#wanted === code) this.current = language;
  }
}

async function load(code: Language['code']): Promise<Language> {
  if (code === 'de') return (await import('../../shared/words/german')).german;
  if (code === PSEUDO) return (await import('../../shared/words/pseudo')).pseudo;
  return english;
}
