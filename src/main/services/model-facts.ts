import type { Effort, Model } from '../../shared/model';
import type { Price } from '../../shared/money';
import { dated, modelName, splitDate } from '../../shared/model-name';
import file from './models.json';

/**
 * What OpenAI has published about its models, as of the day that the file tells.
 *
 * A fact that was not found is null, never zero. Models, limits, ends and prices are those of OpenAI's pages; each
 * price names its own. `verbosity` is the word of OpenAI's cookbook, “GPT-5 New Params and Tools”: the GPT-5 series
 * takes it, the models before it do not; and neither do the Codex models, by the model list of OpenAI's own
 * `codex`.
 */
interface ModelFacts {
  readonly updated: string;
  readonly models: readonly KnownModel[];
}

interface KnownModel {
  readonly id: string;
  readonly name: string;
  readonly released: string;
  readonly knowledgeCutoff: string | null;
  /** The day on which OpenAI switches it off. */
  readonly shutdown: string | null;
  readonly replacement: string | null;
  /** The dated versions that the rest is true of; where there are none, it is true of all. */
  readonly snapshots?: readonly string[];
  readonly contextWindow: number;
  readonly maxInput: number | null;
  readonly maxOutput: number;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly reasons: boolean;
  readonly efforts: readonly Effort[];
  readonly defaultEffort: Effort | null;
  readonly verbosity: boolean;
  readonly price: KnownPrice;
  /** What it cost before, the newest first. */
  readonly earlierPrices?: readonly KnownPrice[];
}

interface KnownPrice extends Price {
  /** The day from which it holds; none: from the model's first. */
  readonly since?: string | null;
  readonly source: string;
  readonly asOf: string;
}

// Data enters here; that it is of this shape is what the test beside is for.
const facts = file as ModelFacts;
const known = new Map(facts.models.map((model) => [model.id, model]));

/** The day that the file tells, and what each model in it costs and has cost, the newest price first. */
export function publishedPrices() {
  return {
    updated: facts.updated,
    models: facts.models.map(({ id, name, released, snapshots, price, earlierPrices = [] }) => ({
      ...{ id, name, released, snapshots: snapshots ?? null },
      prices: [price, ...earlierPrices].map((one) => ({ ...one, since: one.since ?? null })),
    })),
  };
}

/** Every model in the file, the newest families first; also those that were switched off. */
export function knownModels(): readonly Model[] {
  return facts.models.map((model) => toModel(model, model.id, model.name));
}

/** What is known of a model. Of one that nobody has heard of, little is believed. */
export function factsOf(id: string): Model {
  const exact = known.get(id);
  if (exact) return toModel(exact, id, exact.name);
  const { base, date } = splitDate(id);
  const model = date === null ? undefined : known.get(base);
  if (!model || model.snapshots?.includes(date ?? '') === false) return unknown(id);
  return toModel(model, id, dated(model.name, date));
}

function toModel(model: KnownModel, id: string, name: string): Model {
  const { replacement, contextWindow, maxOutput, reasons, efforts, defaultEffort, verbosity } = model;
  return {
    ...{ id, name, replacement, contextWindow, maxOutput, reasons, efforts, defaultEffort, verbosity },
    shutdownAt: model.shutdown === null ? null : Date.parse(model.shutdown),
    // Where OpenAI gives no limit of its own for it, the whole window may be input.
    maxInput: model.maxInput ?? contextWindow,
    images: model.input.includes('image'),
    price: { input: model.price.input, output: model.price.output },
  };
}

function unknown(id: string): Model {
  return {
    id,
    name: modelName(id),
    shutdownAt: null,
    replacement: null,
    contextWindow: null,
    maxInput: null,
    maxOutput: null,
    images: false,
    reasons: false,
    efforts: [],
    defaultEffort: null,
    verbosity: false,
    price: null,
  };
}
