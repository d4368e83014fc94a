/** What a test has told the server to refuse, until it tells it otherwise. */
import type { Model } from 'openai/resources/models';
import type { ResponseInputItem } from 'openai/resources/responses/responses';
import type { ResponsesRequest } from './check-request.ts';
import {
  mustBeVerified,
  sealedElsewhere,
  tooLong,
  unsupportedParameter,
  type HttpAnswer,
} from './openai-errors.ts';
import { inputTokens } from './response-body.ts';

/** Parameters that a model refuses, as OpenAI names them: `reasoning.effort`, `text.verbosity`, `stream_options`. */
export interface RefusedParameters {
  /** Left out, it is true of every model. */
  readonly model?: string;
  /** An empty list takes all back. */
  readonly parameters: readonly string[];
}

const model = (id: string, shutdown_date: string | null = null): Model => ({
  id,
  object: 'model',
  created: 1_790_000_000,
  owned_by: 'openai',
  shutdown_date,
});

const defaultModels: readonly Model[] = [
  model('text-embedding-3-large'),
  model('gpt-4o', '2027-01-14'),
  model('gpt-6-luna'),
  model('gpt-image-2.6-sunburst'),
  model('gpt-6.2-sol'),
  model('whisper-1', '2027-02-26'),
  model('gpt-6.1-terra'),
  model('omni-moderation-latest'),
  model('gpt-6-astra'),
];

const everyModel = '*';

export class ServerRules {
  #models = defaultModels;
  #modelsRefusal: HttpAnswer | null = null;
  #compactionRefusal: HttpAnswer | null = null;
  #streamless = new Set<string>();
  readonly #parameters = new Map<string, readonly string[]>();
  #contextLimit = Infinity;
  /** What was sealed under an earlier number cannot be read any more. */
  #sealing = 1;

  get models(): readonly Model[] {
    return this.#models;
  }

  get modelsRefusal(): HttpAnswer | null {
    return this.#modelsRefusal;
  }

  get compactionRefusal(): HttpAnswer | null {
    return this.#compactionRefusal;
  }

  /** Changes the list of models; plain names will do. */
  readonly setModels = (list: readonly (string | Model)[]): void => {
    this.#models = list.map((entry) => (typeof entry === 'string' ? model(entry) : entry));
  };

  /** The list of models is refused, or, with `null`, given again. */
  readonly refuseModels = (answer: HttpAnswer | null): void => {
    this.#modelsRefusal = answer;
  };

  /** Nothing can be compacted, or, with `null`, everything again. */
  readonly refuseCompaction = (answer: HttpAnswer | null): void => {
    this.#compactionRefusal = answer;
  };

  /** The organization is not verified: these models answer, but whole. Without a name, no model streams. */
  readonly refuseStreaming = (...models: readonly string[]): void => {
    this.#streamless = new Set(models.length > 0 ? models : [everyModel]);
  };

  readonly refuseParameters = ({ model = everyModel, parameters }: RefusedParameters): void => {
    this.#parameters.set(model, parameters);
  };

  /** A longer input is refused; about four characters are a token. `null` takes the limit away. */
  readonly limitContext = (tokens: number | null): void => {
    this.#contextLimit = tokens ?? Infinity;
  };

  /** As after a change of the organization: what this server has sealed so far, it refuses to read. */
  readonly forgetSealed = (): void => {
    this.#sealing += 1;
  };

  readonly seal = (content: string): string =>
    `sealed:${this.#sealing}:${Buffer.from(content).toString('base64')}`;

  /** How this question is refused, if it is. */
  refusalOf(request: ResponsesRequest): HttpAnswer | null {
    const { model, stream } = request;
    if (stream && (this.#streamless.has(model) || this.#streamless.has(everyModel))) return mustBeVerified();
    for (const parameter of [...this.#refused(everyModel), ...this.#refused(model)]) {
      if (isSet(request, parameter)) return unsupportedParameter(parameter);
    }
    return (
      this.sealRefusalOf(request.input) ?? (inputTokens(request) > this.#contextLimit ? tooLong() : null)
    );
  }

  sealRefusalOf(input: string | readonly ResponseInputItem[]): HttpAnswer | null {
    const items = typeof input === 'string' ? [] : input;
    const sealed = items.flatMap((item) => ('encrypted_content' in item ? [item.encrypted_content] : []));
    const readable = (content: string) => content.startsWith(`sealed:${this.#sealing}:`);
    return sealed.every((content) => typeof content !== 'string' || readable(content))
      ? null
      : sealedElsewhere();
  }

  #refused(model: string): readonly string[] {
    return this.#parameters.get(model) ?? [];
  }
}

function isSet(request: object, path: string): boolean {
  let value: unknown = request;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<string, unknown>)[name];
  }
  return value !== undefined && value !== null;
}
