import { OPENAI_ADDRESS } from '../../shared/links';
import type { Model } from '../../shared/model';
import type { Price } from '../../shared/money';
import { factsOf, knownModels } from './model-facts';
import type { Connection, Server } from './server';

/** Models of OpenAI's that do not chat, by their names: the list does not say what a model is for. */
const NOT_FOR_CHAT =
  /embedding|whisper|tts|transcribe|speech|audio|realtime|image|dall-e|sora|moderation|instruct|search|^(babbage|davinci|computer-use)/;

export interface ModelServiceDeps {
  readonly server: Server;
  /** Of this account; null: of the default one. */
  readonly connection: (accountId: string | null) => Promise<Connection>;
  /** Today's, at the server with this address; null: at OpenAI's. */
  readonly prices: { priceOf(model: string, address: string | null): Price | null };
}

/** The models that an account may use, and what is known of them. */
export class ModelService {
  readonly #deps: ModelServiceDeps;

  constructor(deps: ModelServiceDeps) {
    this.#deps = deps;
  }

  /** Those one can chat with, newest first. Another server than OpenAI's is believed to list nothing else. */
  async list(accountId: string | null): Promise<readonly Model[]> {
    const connection = await this.#deps.connection(accountId);
    const listed = await this.#deps.server.models(connection);
    const forChat =
      connection.address === OPENAI_ADDRESS ? listed.filter(({ id }) => !NOT_FOR_CHAT.test(id)) : listed;
    return forChat.map(({ id, shutdownAt }) => {
      const facts = this.#priced(factsOf(id), connection.address);
      return { ...facts, shutdownAt: shutdownAt ?? facts.shutdownAt };
    });
  }

  /** Those that Parley knows, wherever they are offered. */
  known(): readonly Model[] {
    return knownModels().map((model) => this.#priced(model, null));
  }

  #priced(model: Model, address: string | null): Model {
    const price = this.#deps.prices.priceOf(model.id, address);
    return { ...model, price: price && { input: price.input, output: price.output } };
  }
}
