import { app } from 'electron';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { type Language, languageOf, PSEUDO } from '../../shared/words/language';
import { pseudo } from '../../shared/words/pseudo';
import type { Settings } from '../../shared/settings';

const languages: Readonly<Record<Language['code'], Language>> = { en: english, de: german, [PSEUDO]: pseudo };
let spoken: Language = english;

/** Has main speak the user's language, in menus and dialogs; or the system's, where none was chosen. */
export function speak(chosen: Settings['language']): void {
  spoken = languages[languageOf(chosen, app.getPreferredSystemLanguages())];
  speakFrom(() => spoken);
}
