import type OpenAI from 'openai';
import type { Model as OpenAiModel } from 'openai/resources/models';
import { AppError } from '../../shared/errors';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Address, Api, ListedModel, Server } from '../services/server';
import { createClient, fetchFor, type Ways } from './client';
import { aboutRequest, toAppError } from './errors';

/** The parts of the API that are about the account. */
export class OpenAiServer implements Server {
  readonly #ways: Ways;

  constructor(fetch: Ways['fetch'], trusting?: Ways['trusting']) {
    this.#ways = { fetch, trusting };
  }

  async models(connection: Address): Promise<readonly ListedModel[]> {
    try {
      const client = await this.#client(connection);
      const response = await client.models.list().asResponse();
      return toModels((await response.json()) as { data?: unknown }, connection);
    } catch (thrown) {
      const error = toAppError(thrown, connection);
      // Every server of this kind has a list of models, whatever it says when it has not.
      const page = error.code === 'PORTAL' && connection.address !== OPENAI_ADDRESS;
      throw page || error.details.status === 404 ? notAServer(connection) : error;
    }
  }

  /** An empty request is refused by who has a Responses API, and not found by who has none. */
  async api(at: Address): Promise<Api> {
    if (at.address === OPENAI_ADDRESS) return 'responses';
    try {
      const client = await this.#client(at);
      const reply: { error?: unknown } = await client.post('/responses', { body: {} });
      return reply.error ? 'chat' : 'responses'; // some tell with 200 that there is no such page
    } catch (thrown) {
      const { code, details } = toAppError(thrown, at);
      if (code === 'NOT_A_SERVER' || code === 'PORTAL') return 'chat'; // a web page
      return NO_SUCH_PAGE.includes(details.status ?? 0) ? 'chat' : 'responses';
    }
  }

  #client(at: Address): Promise<OpenAI> {
    return createClient(at, fetchFor(this.#ways, at));
  }
}

/** What a server answers where it has no such page. */
const NO_SUCH_PAGE = [404, 405, 501];

/** Newest first, each once: some servers list a model under two of its names. */
function toModels({ data }: { data?: unknown }, connection: Address): readonly ListedModel[] {
  if (!Array.isArray(data)) throw notAServer(connection);
  const listed = data as readonly Sent[];
  return [...new Map(listed.map((model) => [model.id, model])).values()]
    .filter(({ id }) => typeof id === 'string')
    .toSorted((a, b) => (b.created ?? 0) - (a.created ?? 0))
    .map(({ id, shutdown_date: shutdown }) => ({ id, shutdownAt: shutdown ? Date.parse(shutdown) : null }));
}

/** Other servers leave out what OpenAI's always tells. */
type Sent = Pick<OpenAiModel, 'id'> & Partial<OpenAiModel>;

function notAServer(connection: Address): AppError {
  return new AppError('NOT_A_SERVER', 'No list of models.', { details: aboutRequest(connection) });
}
