import { aboutOf } from './error-about';
import type { ErrorCode, ErrorDetails } from './errors';
import { words } from './words';
import type { ErrorAbout } from './words/error-about';

export interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

interface Card {
  readonly title: string;
  readonly text: string;
}

/** What happened, in a sentence, and what there is to know about it. */
export function cardOf({ code, details }: Failure): Card {
  const about = aboutOf(details);
  const say = (said: string | ((about: ErrorAbout) => string)) =>
    typeof said === 'string' ? said : said(about);
  const { title, text } = code === 'IMPORT_REFUSED' ? importCard(details) : words.errors.cards[code];
  return { title: say(title), text: say(text) };
}

/** How it reads that a file was not imported. */
function importCard({ importing }: ErrorDetails): Card {
  const { titles, nothingImported, ...said } = words.errors.importing;
  if (!importing) return { title: titles.unreadable, text: nothingImported };
  const { problem, place } = importing;
  const advice = {
    unknown: said.chooseTheFile,
    newer: said.updateFirst,
    unreadable: said.systemSays(place),
  };
  const told = problem in advice ? advice[problem as keyof typeof advice] : sentence(place);
  return { title: titles[problem], text: `${told} ${nothingImported}` };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
