import {
  askedChecks,
  freeChecks,
  type Check,
  type Examination,
  type Finding,
  type RateLimits,
} from '../../shared/doctor';
import { AppError } from '../../shared/errors';
import type { Account } from '../../shared/model';
import type { Parameter } from '../../shared/parts';
import type { AnswerEvent, AnswerRequest, ChatModel } from './chat-model';
import { whereAskedInVain, whereRefused } from './doctor-reasons';
import { factsOf } from './model-facts';
import type { Prices } from './money/prices';
import type { Connection, Server } from './server';

// eslint-disable-next-line parley/words-in-catalogue -- it goes to the model
const QUESTION = 'Say yes.';
/** The question and what a server puts around it; more than either has. In tokens. */
const INPUT = 40;
/** As few as OpenAI's server takes. */
const OUTPUT = 16;
/** A server refuses one thing at a time: streams, then thoughts. */
const MOST_TRIES = 3;

export interface KeyDoctorDeps {
  readonly accounts: {
    readonly all: () => readonly Account[];
    readonly connection: (id: string) => Promise<Connection>;
  };
  readonly server: Pick<Server, 'models'>;
  /** What it asks is paid for, so it passes the gate and leaves receipts like all else. */
  readonly model: Pick<ChatModel, 'answer'>;
  readonly prices: Prices;
  readonly now: () => number;
}

type Found = Pick<Finding, 'verdict' | 'reason' | 'page'> & { readonly limits?: RateLimits | null };
type Told = Partial<Record<Check, Found>>;

/** Looks why an account does not work, and which page fixes it. */
export class KeyDoctor {
  readonly #deps: KeyDoctorDeps;
  readonly #abort = new AbortController();

  constructor(deps: KeyDoctorDeps) {
    this.#deps = deps;
  }

  /** For nothing. Rejects with `NOT_FOUND` where there is no such account. */
  async look(accountId: string): Promise<Examination> {
    const account = this.#account(accountId);
    const { told, error } = await this.#list(account).then(
      (told) => ({ told, error: null }),
      (thrown: unknown) => {
        const error = AppError.from(thrown);
        return { told: whereRefused(error), error };
      },
    );
    const findings = freeChecks.map((check) => found(check, { account, told, error }));
    const refused = findings.some(
      ({ check, verdict, reason }) =>
        check !== 'model' && verdict === 'problem' && reason !== 'permission' && reason !== 'failed',
    );
    const reached = findings.some(({ check, verdict }) => check === 'address' && verdict === 'fine');
    return { findings, micros: this.#cost(account), mayAsk: reached && !refused };
  }

  /** By a tiny question, asked again without what the server does not allow this account. */
  async ask(accountId: string): Promise<readonly Finding[]> {
    const account = this.#account(accountId);
    const told: Told = {};
    let error: AppError | null = null;
    try {
      await this.#question(account, told);
    } catch (thrown) {
      error = AppError.from(thrown);
      Object.assign(told, { ...whereAskedInVain(error), ...told });
    }
    return askedChecks.map((check) => found(check, { account, told, error }));
  }

  close(): void {
    this.#abort.abort();
  }

  #account(accountId: string): Account {
    const account = this.#deps.accounts.all().find(({ id }) => id === accountId);
    if (account) return account;
    throw new AppError('NOT_FOUND', 'There is no such account.');
  }

  async #list(account: Account): Promise<Told> {
    const { accounts, server } = this.#deps;
    const models = await server.models(await accounts.connection(account.id));
    const listed = models.some(({ id }) => id === account.defaultModel);
    return {
      address: { verdict: 'fine', reason: 'reached', page: null },
      key: { verdict: 'fine', reason: account.needsKey ? 'accepted' : 'none-needed', page: null },
      model: listed
        ? { verdict: 'fine', reason: 'listed', page: null }
        : { verdict: 'problem', reason: 'not-listed', page: 'limits' },
    };
  }

  async #question(account: Account, told: Told): Promise<void> {
    const connection = await this.#deps.accounts.connection(account.id);
    const { reasons } = factsOf(account.defaultModel);
    if (!reasons || account.api === 'chat')
      told.summaries = { verdict: 'unknown', reason: 'no-thoughts', page: null };
    const without: Parameter[] = [];
    for (let tries = 1; ; tries += 1) {
      try {
        const ended = await this.#answer(requestFor(account, connection, without));
        return answered(told, ended);
      } catch (thrown) {
        const error = AppError.from(thrown);
        const refused = refusedPart(error);
        if (!refused || tries === MOST_TRIES || without.includes(refused)) throw error;
        without.push(refused);
        const check = refused === 'stream' ? 'streaming' : 'summaries';
        told[check] = { verdict: 'problem', reason: 'unverified', page: 'organization' };
      }
    }
  }

  async #answer(request: AnswerRequest): Promise<Ended> {
    for await (const event of this.#deps.model.answer(request, this.#abort.signal))
      if (event.type === 'completed' || event.type === 'incomplete') return event;
    throw new AppError('CUT_OFF', 'The answer ended before it was complete.');
  }

  #cost({ address, defaultModel }: Account): number | null {
    const usage = { input: INPUT, cached: 0, cacheWritten: 0, output: OUTPUT, reasoning: 0 };
    const about = { address, model: defaultModel, tier: null, tools: {}, at: this.#deps.now(), usage };
    return this.#deps.prices.cost(about).micros;
  }
}

type Ended = Extract<AnswerEvent, { type: 'completed' | 'incomplete' }>;

function answered(told: Told, { limits = null }: Ended): void {
  const allowed = { verdict: 'fine', reason: 'allowed', page: null } as const;
  told.streaming ??= allowed;
  told.summaries ??= allowed;
  told.credit = { verdict: 'fine', reason: 'credit', page: null };
  const used = limits?.requests?.left === 0 || limits?.tokens?.left === 0;
  if (limits === null) told.limits = { verdict: 'unknown', reason: 'untold', page: null };
  else if (used) told.limits = { verdict: 'problem', reason: 'limited', page: 'limits', limits };
  else told.limits = { verdict: 'fine', reason: 'room', page: null, limits };
}

/** What an organization that is not verified may not have. */
function refusedPart({ code, details }: AppError): 'stream' | 'reasoning.summary' | null {
  if (code !== 'BAD_REQUEST') return null;
  const { parameter } = details;
  return parameter === 'stream' || parameter === 'reasoning.summary' ? parameter : null;
}

function requestFor(account: Account, connection: Connection, without: readonly Parameter[]): AnswerRequest {
  const { reasons, efforts } = factsOf(account.defaultModel);
  return {
    ...{ kind: 'check', answerId: null, beyondBudget: false, connection, model: account.defaultModel },
    instructions: null,
    history: [{ role: 'user', text: QUESTION, output: null, compacted: null }],
    conversationId: null,
    ...{ reasons, effort: efforts.includes('low') ? 'low' : null, verbosity: null },
    ...{ maxOutputTokens: OUTPUT, without },
  };
}

/** OpenAI's pages help nobody at another server. */
function found(
  check: Check,
  { account, told, error }: { account: Account; told: Told; error: AppError | null },
): Finding {
  const unseen: Found = { verdict: 'unknown', reason: 'unseen', page: null };
  const { verdict, reason, page, limits = null } = told[check] ?? unseen;
  const { host } = new URL(account.address);
  const openAi = host === 'api.openai.com' || host.endsWith('.api.openai.com');
  return {
    ...{ check, verdict, reason, host, limits },
    model: account.defaultModel,
    error: error && verdict !== 'fine' && reason !== 'unseen' ? error.toData() : null,
    page: openAi ? page : null,
  };
}
