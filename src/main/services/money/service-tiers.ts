/** Of OpenAI's models, by the name without its date. */
interface Speed {
  readonly times: number;
  /** Above the model's long-context limit, too. */
  readonly long: boolean;
}

/** The standard one, whatever a server calls it. */
export function isStandard(tier: string | null): boolean {
  return tier === null || tier === 'default' || tier === 'auto';
}

/**
 * How many times the standard price OpenAI asks in a service tier; null where no published price was found.
 *
 * As of 2026-11-22. Batch and Flex: half (developers.openai.com/api/docs/models, each model's page). Fast was named
 * Priority until 2026-07-30 and answers to both names (openai.com/api-fast-mode, with the prices).
 */
export function tierTimes(tier: string | null, model: string, long: boolean, day: string): number | null {
  if (isStandard(tier)) return 1;
  switch (tier) {
    case 'flex':
    case 'batch':
      return 0.5;
    case 'fast':
    case 'priority': {
      const speed = fast.get(model);
      return speed && (speed.long || !long) ? speed.times : null;
    }
    case 'ultrafast':
      return long ? null : ultrafast(model, day);
    default:
      return null;
  }
}

const twice: Speed = { times: 2, long: true };
const twiceShort: Speed = { times: 2, long: false };

/** Earlier and smaller models have other multiples, which were not found whole. */
const fast: ReadonlyMap<string, Speed> = new Map([
  // “Twice the Standard rate for the same context length”: developers.openai.com/api/docs/models/gpt-6.2-sol
  ['gpt-6.2-sol', twice],
  ['gpt-6-astra', twice],
  ['gpt-6.1-sol', twice],
  ['gpt-6.1-terra', twice],
  ['gpt-6-sol', twice],
  ['gpt-6-luna', twice],
  // openai.com/api-fast-mode; the older ones “exclude long context” there.
  ['gpt-5.6-sol', twice],
  ['gpt-5.6-terra', twice],
  ['gpt-5.6-luna', twice],
  ['gpt-5.5', { times: 2.5, long: false }],
  ['gpt-5.4', twiceShort],
  ['gpt-5.4-mini', twiceShort],
  ['gpt-5.2', twiceShort],
  ['gpt-5.1', twiceShort],
  ['gpt-5', twiceShort],
]);

/** “3 times through February 28, 2027, and 6 times starting March 1”: the page of gpt-6.2-sol, as above. */
const DEARER_FROM = '2027-03-01';

function ultrafast(model: string, day: string): number | null {
  if (model === 'gpt-6.2-sol') return day < DEARER_FROM ? 3 : 6;
  return model === 'gpt-6-astra' || model === 'gpt-6.1-sol' ? 6 : null;
}
