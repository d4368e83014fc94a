import { app } from 'electron';
import type { Settings } from '../../shared/settings';
import { speakFrom } from '../../shared/words';
import { every } from '../../shared/words/every';
import { languageOf } from '../../shared/words/language';

/** Has main speak the user's language, in menus and dialogs; or the system's, where none was chosen. */
export function speak(chosen: Settings['language']): void {
  const code = languageOf(chosen, app.getPreferredSystemLanguages());
  speakFrom(() => every[code]);
}
