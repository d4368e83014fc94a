import type { Model } from '../../shared/model';

/** Where to call, and with what. Made by the account service; the key goes no further than the request. */
export interface Connection {
  readonly address: string;
  readonly key: string | null;
}

/** A server that speaks OpenAI's API. Rejects with an `AppError`. */
export interface Server {
  /** Costs nothing, so it also serves to check a key. */
  models(connection: Connection): Promise<readonly Model[]>;
}
