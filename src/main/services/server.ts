/** Which of OpenAI's two APIs a server answers questions through. */
export type Api = 'responses' | 'chat';

/** Where to call, and with what. Made by the account service; the key goes no further than the request. */
export interface Connection {
  readonly accountId: string;
  readonly address: string;
  readonly key: string | null;
  readonly organization: string | null;
  readonly project: string | null;
  /** A certificate (PEM) that may vouch for this server, beside those that the system trusts. Absent: only those. */
  readonly authority?: string | null;
  readonly api: Api;
}

/** Before it is known how the server answers. */
export type Address = Omit<Connection, 'api' | 'accountId'>;

/** A server that speaks OpenAI's API. Rejects with an `AppError`. */
export interface Server {
  /** Costs nothing, so it also serves to check a key. */
  models(at: Address): Promise<readonly ListedModel[]>;
  /** Found out by asking nothing. */
  api(at: Address): Promise<Api>;
}

/** A model as the server lists it. */
export interface ListedModel {
  readonly id: string;
  readonly shutdownAt: number | null;
}
