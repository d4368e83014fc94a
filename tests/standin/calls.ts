/** What the app asked for that has no effect here. A spec reads it as `globalThis.__standin.calls`. */
const calls: { what: string; args: unknown[] }[] = [];
Object.assign(globalThis, { __standin: { calls } });

export function record(what: string, ...args: unknown[]): void {
  calls.push({ what, args });
}
