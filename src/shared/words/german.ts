import { words } from './de';
import type { Language } from './language';

export const german: Language = { code: 'de', direction: 'ltr', numbers: 'de-DE', dates: 'de-DE', words };
