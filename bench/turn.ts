/**
 * `npm run bench:turn`: what the engine adds between the server's words and the window.
 *
 * A server on this machine stamps each word with the time at which it leaves; the core runs in a process of its own,
 * as it does in the app, and the event that a window would get is stamped when it arrives here. ROUNDS is how often.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { buildCore, Core } from '../tests/core/core.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const SECONDS = 6;
const options = { accountId: null, instructions: null, effort: null, verbosity: null };

const now = (): number => performance.timeOrigin + performance.now();
const median = (values: readonly number[]): number => quantile(values, 0.5);
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

interface Measured {
  /** Milliseconds from each word's way out to the event that has it. */
  readonly delays: readonly number[];
  /** Share of one processor that the core took, in percent. */
  readonly cpu: number;
}

/** So many answers at once, each at so many tokens a second. */
async function stream(core: Core, answers: number, perSecond: number): Promise<Measured> {
  const delays: number[] = [];
  const running = new Map<string, string>();
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const stop = core.listen(({ event }) => {
    if (event.name === 'turn.delta' && running.has(event.answerId)) {
      const arrived = now();
      // A word is the time at which it left, and may come in two pieces.
      const text = (running.get(event.answerId) ?? '') + event.text;
      const words = text.split(' ');
      running.set(event.answerId, words.pop() ?? '');
      for (const word of words) delays.push(arrived - Number(word));
    }
    if (event.name === 'turn.ended' && running.delete(event.answer.id) && running.size === 0) resolve();
  });
  const before = await core.cpu();
  const began = now();
  for (let answer = 0; answer < answers; answer++) {
    const answerId = crypto.randomUUID();
    running.set(answerId, '');
    await core.call('turn.start', {
      ...{ conversationId: crypto.randomUUID(), parentId: null, questionId: crypto.randomUUID(), answerId },
      ...{ text: `${perSecond} ${SECONDS}`, model: 'bench', options },
    });
  }
  await over;
  const spent = now() - began;
  const after = await core.cpu();
  stop();
  const busy = (after.user - before.user + after.system - before.system) / 1000;
  return { delays, cpu: (100 * busy) / spent };
}

/** How long it takes to read one large answer through the SDK, and as raw bytes. */
async function sdkVsRaw(address: string): Promise<number> {
  const body = { model: 'bench', input: '0 100000', stream: true as const };
  const client = new OpenAI({ apiKey: 'none', baseURL: address, maxRetries: 0, logLevel: 'off' });
  const began = now();
  let read = 0;
  for await (const { type } of await client.responses.create(body)) read += type.length;
  const sdk = now() - began;
  const again = now();
  const response = await fetch(`${address}/responses`, { method: 'POST', body: JSON.stringify(body) });
  for await (const chunk of response.body ?? []) read += (chunk as Uint8Array).byteLength;
  if (read === 0) throw new Error('The server sent nothing.');
  return sdk / (now() - again);
}

async function startServer(): Promise<{ readonly address: string; readonly process: ChildProcess }> {
  const child = fork(join(import.meta.dirname, 'turn-server.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [address] = (await once(child, 'message')) as [string];
  return { address, process: child };
}

const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
const server = await startServer();
const core = await Core.start(await buildCore(), join(folder, 'library.sqlite'));
try {
  await core.call('accounts.connect', {
    ...{ id: crypto.randomUUID(), name: '', address: server.address, key: null, keepIn: 'run' },
    ...{ organization: null, project: null },
  });
  const one: Measured[] = [];
  const ten: Measured[] = [];
  const ratios: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    one.push(await stream(core, 1, 100));
    ten.push(await stream(core, 10, 200));
    ratios.push(await sdkVsRaw(server.address));
    process.stderr.write(`round ${round} of ${ROUNDS}\n`);
  }
  const row = (name: string, measured: readonly Measured[]) => ({
    '': name,
    'p50 ms': median(measured.map(({ delays }) => quantile(delays, 0.5))).toFixed(1),
    'p99 ms': median(measured.map(({ delays }) => quantile(delays, 0.99))).toFixed(1),
    'core, % of a processor': median(measured.map(({ cpu }) => cpu)).toFixed(1),
  });
  console.table([row('one answer, 100 tokens/s', one), row('ten answers, 200 tokens/s each', ten)]);
  console.log(
    `100,000 events through the SDK take ${median(ratios).toFixed(2)} times as long as their bytes alone.`,
  );
  const result = {
    latencyP50ms: round1(median(one.map(({ delays }) => quantile(delays, 0.5)))),
    latencyP99ms: round1(median(one.map(({ delays }) => quantile(delays, 0.99)))),
    tenStreamsP99ms: round1(median(ten.map(({ delays }) => quantile(delays, 0.99)))),
    oneStreamCpuPct: round1(median(one.map(({ cpu }) => cpu))),
    tenStreamsCpuPct: round1(median(ten.map(({ cpu }) => cpu))),
    sdkVsRaw: round1(median(ratios)),
  };
  console.log(`RESULT ${JSON.stringify(result)}`);
} finally {
  await core.close();
  server.process.disconnect();
  rmSync(folder, { recursive: true, force: true });
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
