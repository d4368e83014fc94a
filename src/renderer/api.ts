import type { Bridge } from '../shared/bridge';
import type { AppEvent, CallName, Input, Output } from '../shared/contract';
import { AppError, type Reply } from '../shared/errors';

/** The main process, as the window sees it. */
export interface Api {
  /** Rejects with an {@link AppError} only. */
  call<N extends CallName>(
    name: N,
    ...input: undefined extends Input<N> ? [input?: Input<N>] : [input: Input<N>]
  ): Promise<Output<N>>;
  onEvent(listener: (event: AppEvent) => void): () => void;
}

export function createApi(bridge: Bridge): Api {
  return {
    async call(name, ...[input]) {
      // Data enters here: main checked the call, and its types are the contract's.
      const reply = (await bridge.call(name, input)) as Reply<Output<typeof name>>;
      if (reply.ok) return reply.value;
      throw AppError.fromData(reply.error);
    },
    onEvent: (listener) => bridge.onEvent((event) => listener(event as AppEvent)),
  };
}
