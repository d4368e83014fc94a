import type { ErrorDetails } from './errors';
import { modelName } from './model-name';
import { budgetLeft, refusedBy } from './money-words';
import { dateFormat, words } from './words';
import type { ErrorAbout } from './words/error-about';

const onDay = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });

/** What an error's sentences are about. */
export function aboutOf(details: ErrorDetails): ErrorAbout {
  const { host = '', model, budget, certificate } = details;
  const openAi = isOpenAi(host);
  return {
    ...details,
    openAi,
    server: openAi ? 'OpenAI' : words.errors.server(host),
    asked: openAi ? 'OpenAI' : host,
    local: /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])(:|$)/.test(host),
    named: model === undefined ? null : modelName(model),
    refusedBy: refusedBy(budget),
    budgetLeft: budgetLeft(budget),
    certifiedDay: onDay(certificate?.at ?? 0),
    closedBy: closedBy(details),
  };
}

function isOpenAi(host: string): boolean {
  return host === '' || host === 'api.openai.com' || host.endsWith('.api.openai.com');
}

function closedBy({ work, trouble }: ErrorDetails): string | null {
  if (work) return words.trouble.work[work].title;
  return trouble ? words.trouble.cards[trouble].title : null;
}
