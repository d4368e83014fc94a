import type { Model } from '../../shared/model';
import type { Server } from '../services/server';
import { createClient, type Fetch } from './client';
import { toAppError } from './errors';

/** The parts of the API that are about the account. */
export class OpenAiServer implements Server {
  readonly #fetch: Fetch;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  async models(connection: Parameters<Server['models']>[0]): Promise<readonly Model[]> {
    try {
      const { data } = await createClient(connection, this.#fetch).models.list();
      return data
        .toSorted((a, b) => b.created - a.created)
        .map(({ id, shutdown_date: shutdown }) => ({
          id,
          shutdownAt: shutdown ? Date.parse(shutdown) : null,
        }));
    } catch (thrown) {
      throw toAppError(thrown, connection);
    }
  }
}
