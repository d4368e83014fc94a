import type { Model } from '../../shared/model';

/** The models of the tutorial that Parley grew from, and what it said of them. */
const tutorialModels = ['gpt-4o', 'gpt-4-turbo', 'gpt-3.5-turbo-0125'] as const;

/** Those with a price that OpenAI has not announced the end of, as they are listed. */
export function current(models: readonly Model[]): readonly Model[] {
  return models.filter(({ price, shutdownAt, replacement }) => price && shutdownAt === null && !replacement);
}

/** What the tutorial named, as far as it is known. */
export function ofTutorial(models: readonly Model[]): readonly Model[] {
  return tutorialModels.flatMap((id) => models.find((model) => model.id === id) ?? []);
}

/** In micro-dollars: a token at a dollar a million is one. */
export function costOf(
  { price }: Pick<Model, 'price'>,
  used: { input: number; output: number },
): number | null {
  return price && Math.round(used.input * price.input + used.output * price.output);
}
