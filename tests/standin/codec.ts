/**
 * What Electron's IPC can carry, as text: structured clone first, which refuses functions and symbols and drops
 * prototypes and getters, then JSON with tags. Both functions also run in pages, where toString() takes them, so
 * they use nothing outside their own body.
 */
export function encode(value: unknown): string {
  const refusal = 'An object could not be cloned.';
  const seen = new Map<object, number>();
  const base64 = (bytes: any): string =>
    bytes.toBase64
      ? bytes.toBase64()
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const number = (n: number): unknown => {
    if (Object.is(n, -0)) return ['n', '-0'];
    return Number.isFinite(n) ? n : ['n', String(n)];
  };
  const walk = (v: unknown): unknown => {
    if (v === undefined) return ['u'];
    if (typeof v === 'number') return number(v);
    if (typeof v === 'bigint') return ['i', String(v)];
    if (typeof v !== 'object' || v === null) return v;
    const index = seen.get(v);
    if (index !== undefined) return ['r', index];
    seen.set(v, seen.size);
    if (Array.isArray(v)) return ['a', Array.from(v, walk)];
    if (v instanceof Date) return ['d', v.getTime()];
    if (v instanceof RegExp) return ['x', v.source, v.flags];
    if (v instanceof Map) return ['m', [...v].map(([key, item]) => [walk(key), walk(item)])];
    if (v instanceof Set) return ['s', [...v].map(walk)];
    if (v instanceof Error) return ['e', v.name, v.message, v.stack, 'cause' in v ? walk(v.cause) : null];
    if (v instanceof ArrayBuffer) return ['b', base64(new Uint8Array(v))];
    if (ArrayBuffer.isView(v))
      return ['t', v.constructor.name, base64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength))];
    if (Object.getPrototypeOf(v) !== Object.prototype) throw new Error(refusal);
    return ['o', Object.entries(v).map(([key, item]) => [key, walk(item)])];
  };
  let copy: unknown;
  try {
    copy = structuredClone(value);
  } catch {
    throw new Error(refusal);
  }
  return JSON.stringify(walk(copy));
}

export function decode(text: string): unknown {
  const seen: unknown[] = [];
  const globals = globalThis as any;
  const bytes = (base64: string): ArrayBuffer =>
    (globals.Uint8Array.fromBase64?.(base64) ?? new Uint8Array(Buffer.from(base64, 'base64'))).buffer;
  const keep = <T>(value: T): T => {
    seen.push(value);
    return value;
  };
  const error = (name: string, message: string, stack: string): Error => {
    const known = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];
    const made: Error = new (known.includes(name) ? globals[name] : Error)(message);
    Object.defineProperty(made, 'stack', { value: stack, configurable: true, writable: true });
    return made;
  };
  // A container is kept before its parts are read, so that a part can refer to it.
  const read: Record<string, (a: any, b: any, c: any, d: any) => unknown> = {
    u: () => undefined,
    n: (digits) => Number(digits),
    i: (digits) => BigInt(digits),
    r: (index) => seen[index],
    d: (time) => keep(new Date(time)),
    x: (source, flags) => keep(new RegExp(source, flags)),
    b: (base64) => keep(bytes(base64)),
    t: (name, base64) => keep(new globals[name](bytes(base64))),
    a: (items) => {
      const array = keep<unknown[]>([]);
      for (const item of items) array.push(walk(item));
      return array;
    },
    s: (items) => {
      const set = keep(new Set());
      for (const item of items) set.add(walk(item));
      return set;
    },
    m: (items) => {
      const map = keep(new Map());
      for (const [key, item] of items) map.set(walk(key), walk(item));
      return map;
    },
    o: (items) => {
      const object = keep<Record<string, unknown>>({});
      const plain = { enumerable: true, writable: true, configurable: true };
      for (const [key, item] of items) {
        const value = walk(item);
        // Only this name would do something when it is assigned.
        if (key === '__proto__') Object.defineProperty(object, key, { ...plain, value });
        else object[key] = value;
      }
      return object;
    },
    e: (name, message, stack, cause) => {
      const made = keep(error(name, message, stack));
      if (cause !== null) made.cause = walk(cause);
      return made;
    },
  };
  const walk = (wire: any): unknown => {
    if (!Array.isArray(wire)) return wire;
    const [tag, a, b, c, d] = wire;
    return read[tag]?.(a, b, c, d);
  };
  return walk(JSON.parse(text));
}
