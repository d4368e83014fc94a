import { OPENAI_ADDRESS } from '../../shared/links';
import type { Model } from '../../shared/model';
import type { Connection, Server } from './server';

/** Models of OpenAI's that do not chat, by their names: the list does not say what a model is for. */
const NOT_FOR_CHAT =
  /embedding|whisper|tts|transcribe|speech|audio|realtime|image|dall-e|sora|moderation|instruct|search|^(babbage|davinci|computer-use)/;

export interface ModelServiceDeps {
  readonly server: Server;
  readonly connection: () => Promise<Connection>;
}

/** The models of the account. */
export class ModelService {
  readonly #deps: ModelServiceDeps;

  constructor(deps: ModelServiceDeps) {
    this.#deps = deps;
  }

  /** Those one can chat with, newest first. Another server than OpenAI's is believed to list nothing else. */
  async list(): Promise<readonly Model[]> {
    const connection = await this.#deps.connection();
    const models = await this.#deps.server.models(connection);
    return connection.address === OPENAI_ADDRESS ? models.filter(({ id }) => !NOT_FOR_CHAT.test(id)) : models;
  }
}
