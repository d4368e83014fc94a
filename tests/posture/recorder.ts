/** An `electron` that does nothing and remembers everything: what main asked of it, and who listens to what. */

type Listener = (...args: any[]) => unknown;

export interface Recorder {
  /** Everything that was called, made or set, in order: `session:default.setProxy`, `new BrowserWindow`. */
  readonly calls: { readonly what: string; readonly args: readonly any[] }[];
  /** An object that answers to every name and takes every call. */
  readonly anything: (path: string) => any;
  readonly argsOf: (what: string) => readonly (readonly any[])[];
  readonly listenersOf: (path: string, event: string) => readonly Listener[];
}

const HEARS = new Set(['on', 'once', 'addListener', 'prependListener']);

/** @param answers what some calls return, and what some names are; a function is called with the arguments */
export function createRecorder(answers: Readonly<Record<string, unknown>>): Recorder {
  const calls: { what: string; args: readonly any[] }[] = [];
  const listeners: { path: string; event: string; listener: Listener }[] = [];

  function listening(path: string, self: () => unknown) {
    return (event: string, listener: Listener) => {
      listeners.push({ path, event, listener });
      return self();
    };
  }

  function anything(path: string): any {
    const own: Record<string, unknown> = {};
    const proxy: unknown = new Proxy(function () {}, {
      get(_, name) {
        if (name === Symbol.toPrimitive) return () => path;
        if (name === Symbol.iterator) return [][Symbol.iterator].bind([]);
        if (typeof name === 'symbol' || ['then', 'toJSON', 'prototype'].includes(name)) return undefined;
        const full = `${path}.${name}`;
        if (!(name in own)) {
          const known = answers[full];
          if (HEARS.has(name)) own[name] = listening(path, () => proxy);
          else own[name] = typeof known === 'function' || known === undefined ? anything(full) : known;
        }
        return own[name];
      },
      set(_, name, value) {
        own[String(name)] = value;
        calls.push({ what: `${path}.${String(name)}=`, args: [value] });
        return true;
      },
      apply(_, __, args: unknown[]) {
        calls.push({ what: path, args });
        const known = answers[path];
        return typeof known === 'function' ? (known as Listener)(...args) : anything(`${path}()`);
      },
      construct(_, args: unknown[]) {
        calls.push({ what: `new ${path}`, args });
        return anything(`${path}#`);
      },
    });
    return proxy;
  }

  return {
    calls,
    anything,
    argsOf: (what) => calls.filter((call) => call.what === what).map(({ args }) => args),
    listenersOf: (path, event) =>
      listeners.filter((one) => one.path === path && one.event === event).map(({ listener }) => listener),
  };
}
