import type { CallName } from '../../shared/contract';
import type { Api } from '../api';

/** Stands in for main in tests: remembers the calls, and answers as told. */
export function fakeApi(answer: (name: CallName, input: unknown) => unknown = () => undefined) {
  const calls: { readonly name: CallName; readonly input: unknown }[] = [];
  const api: Api = {
    call: async (name, ...[input]) => {
      calls.push({ name, input: structuredClone(input) }); // As IPC does: a proxy would throw here.
      return (await answer(name, input)) as never;
    },
    onEvent: () => () => undefined,
  };
  const named = (name: CallName) => calls.filter((call) => call.name === name);
  return { api, calls, named };
}
