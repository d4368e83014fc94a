/**
 * The context bridge, as it runs in a page. The preload lives in a world of its own and reaches the page's only
 * through here. Values cross as details of events, which Blink clones from world to world; functions and promises
 * cross as ids; and since dispatchEvent() is synchronous, so are calls.
 *
 * The functions are taken with toString(), so each uses nothing outside its own body.
 */

/** Names that the two worlds share and no page can guess. */
export interface Channels {
  readonly fromMain: string;
  readonly toMain: string;
}

interface Link {
  readonly toWire: (value: unknown) => unknown;
  readonly fromWire: (wire: any) => any;
  readonly post: (detail: unknown) => void;
  readonly on: (kind: string, handler: (detail: any) => void) => void;
}

/** One end of the bridge; both worlds have one. */
export function link(outgoing: string, incoming: string): Link {
  const dispatch = window.dispatchEvent.bind(window);
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (reason: unknown) => void }
  >();
  const handlers: Record<string, (detail: any) => void> = {};
  let lastId = 0;
  let answer: any;
  const post = (detail: unknown): void => void dispatch(new CustomEvent(outgoing, { detail }));

  // Electron refuses JavaScript's Proxy, and Svelte's $state objects are some; only a failing clone tells.
  const isProxy = (value: object): boolean => {
    try {
      structuredClone(value);
      return false;
    } catch (error) {
      return /: (#<.*>|\[object .*\]) could not be cloned/.test((error as Error).message);
    }
  };
  const promiseToWire = (promise: Promise<unknown>): unknown => {
    const id = ++lastId;
    promise.then(
      (value) => post({ $: 'settle', id, value: toWire(value) }),
      (error: unknown) => post({ $: 'settle', id, error: toWire(error) }),
    );
    return { $: 'promise', id };
  };
  const toWire = (value: any, path: object[] = []): any => {
    if (typeof value === 'function') {
      functions.set(++lastId, value);
      return { $: 'function', id: lastId };
    }
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) return promiseToWire(value);
    if (value instanceof Error) return { $: 'error', message: value.message }; // Electron loses the rest, too
    if (path.length > 1000 || path.includes(value))
      throw new TypeError('Electron contextBridge recursion depth exceeded.');
    if (path.length === 0 && isProxy(value)) throw new Error('An object could not be cloned.');
    const inside = [...path, value];
    if (Array.isArray(value)) return value.map((item) => toWire(item, inside));
    if (Object.prototype.toString.call(value) !== '[object Object]') return value;
    return { $: 'object', entries: Object.entries(value).map(([key, item]) => [key, toWire(item, inside)]) };
  };

  const call =
    (id: number) =>
    (...args: unknown[]): unknown => {
      post({ $: 'call', id, args: args.map((arg) => toWire(arg)) });
      const got = answer;
      answer = undefined;
      if (got && 'error' in got) throw fromWire(got.error);
      return got && fromWire(got.value);
    };
  const fromWire = (wire: any): any => {
    if (Array.isArray(wire)) return wire.map(fromWire);
    switch (wire?.$) {
      case 'object':
        return Object.fromEntries(
          wire.entries.map(([key, item]: [string, unknown]) => [key, fromWire(item)]),
        );
      case 'error':
        return new Error(wire.message);
      case 'promise':
        return new Promise((resolve, reject) => promises.set(wire.id, { resolve, reject }));
      case 'function':
        return call(wire.id);
      default:
        return wire;
    }
  };

  handlers['answer'] = (detail) => void (answer = detail);
  handlers['settle'] = (detail) => {
    const waiting = promises.get(detail.id);
    promises.delete(detail.id);
    if ('error' in detail) waiting?.reject(fromWire(detail.error));
    else waiting?.resolve(fromWire(detail.value));
  };
  handlers['call'] = (detail) => {
    let reply: unknown;
    try {
      reply = { $: 'answer', value: toWire(functions.get(detail.id)?.(...detail.args.map(fromWire))) };
    } catch (error) {
      reply = { $: 'answer', error: toWire(error) };
    }
    post(reply);
  };
  window.addEventListener(incoming, (event) => {
    event.stopImmediatePropagation();
    const { detail } = event as CustomEvent;
    handlers[detail.$]?.(detail);
  });
  return { toWire, fromWire, post, on: (kind, handler) => void (handlers[kind] = handler) };
}

/** The page's own world: what the preload exposes appears here, frozen. */
export function mainWorld(makeLink: typeof link, channels: Channels): void {
  if (window !== window.top) return;
  const { fromWire, on } = makeLink(channels.fromMain, channels.toMain);
  const freeze = (value: any): any => {
    if (value && typeof value === 'object' && !ArrayBuffer.isView(value))
      Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  on('expose', ({ key, api }) => {
    Object.defineProperty(window, key, { value: freeze(fromWire(api)), enumerable: true });
  });
}
