import { calls, type CallName, type Handlers } from '../../shared/contract';
import { AppError, type Reply } from '../../shared/errors';

/** Turns an untrusted call into a checked one and an exception into data. */
export class Router {
  readonly #handlers: Handlers;
  readonly #report: (call: string, error: AppError) => void;

  /** `report` hears of failures that nobody foresaw. */
  constructor(handlers: Handlers, report: (call: string, error: AppError) => void) {
    this.#handlers = handlers;
    this.#report = report;
  }

  /** Never rejects: Electron would drop the error's code on the way. */
  async dispatch(name: unknown, input: unknown): Promise<Reply<unknown>> {
    try {
      return { ok: true, value: await this.#run(name, input) };
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (error.code === 'INTERNAL') this.#report(String(name), error);
      return { ok: false, error: error.toData() };
    }
  }

  #run(name: unknown, input: unknown): unknown {
    if (!isCallName(name)) throw new AppError('UNKNOWN_CALL', 'There is no such call.');
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) {
      throw new AppError('INVALID_INPUT', `Bad input for ${name}.`, { cause: parsed.error });
    }
    return this.#handlers[name](parsed.data as never); // the schema of this name has just checked it
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}
