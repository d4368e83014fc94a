import type { Model as OpenAiModel } from 'openai/resources/models';
import { AppError } from '../../shared/errors';
import type { Model } from '../../shared/model';
import type { Connection, Server } from '../services/server';
import { createClient, type Fetch } from './client';
import { aboutRequest, toAppError } from './errors';

/** The parts of the API that are about the account. */
export class OpenAiServer implements Server {
  readonly #fetch: Fetch;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  async models(connection: Connection): Promise<readonly Model[]> {
    try {
      const response = await createClient(connection, this.#fetch).models.list().asResponse();
      return toModels((await response.json()) as { data?: unknown }, connection);
    } catch (thrown) {
      const error = toAppError(thrown, connection);
      // Every server of this kind has a list of models, whatever it says when it has not.
      throw error.details.status === 404 ? notAServer(connection) : error;
    }
  }
}

/** Newest first, each once: some servers list a model under two of its names. */
function toModels({ data }: { data?: unknown }, connection: Connection): readonly Model[] {
  if (!Array.isArray(data)) throw notAServer(connection);
  const listed = data as readonly ListedModel[];
  return [...new Map(listed.map((model) => [model.id, model])).values()]
    .filter(({ id }) => typeof id === 'string')
    .toSorted((a, b) => (b.created ?? 0) - (a.created ?? 0))
    .map(({ id, shutdown_date: shutdown }) => ({ id, shutdownAt: shutdown ? Date.parse(shutdown) : null }));
}

/** Other servers leave out what OpenAI's always tells. */
type ListedModel = Pick<OpenAiModel, 'id'> & Partial<OpenAiModel>;

function notAServer(connection: Connection): AppError {
  return new AppError('NOT_A_SERVER', 'No list of models.', { details: aboutRequest(connection) });
}
