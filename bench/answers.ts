/** Answers in Markdown as models write them, the same for the same seed on every machine. */

const WORDS = (
  'the a of to and in is for with that on as are this by be an it or from at which can will not has when each ' +
  'than more we you data value function request response stream token model cache index query state event ' +
  'frame layout memory thread queue worker message buffer parser block line table list update client server ' +
  'timeout retry latency budget measure compare result error handler schema migration commit deploy option ' +
  'default example pattern design approach simple complex fast slow large small first second final partial ' +
  'however therefore because although instead usually often rarely always never'
).split(' ');
const NAMES = ['parseBlock', 'flushQueue', 'renderTail', 'mergeRows', 'openStore', 'readChunk', 'applyPatch'];
const FORMULAS = ['E=mc^2', 'O(n \\log n)', '\\frac{a}{b}', '\\sum_{i=0}^{n} x_i', '\\alpha_{t+1}'];

/** By language; `N` becomes a number. */
export const CODE: Readonly<Record<string, string>> = {
  ts: `import { EventEmitter } from 'node:events';

/** Keeps at most N jobs in flight. */
export class QueueN<T> extends EventEmitter {
  #items: { id: string; payload: T; attempts: number }[] = [];
  constructor(private readonly handler: (payload: T) => Promise<void>, readonly limit = N) { super(); }
  async drain(): Promise<void> {
    while (this.#items.length > 0) {
      const job = this.#items.shift()!;
      try { await this.handler(job.payload); } catch { if (++job.attempts < 3) this.#items.push(job); }
    }
  }
}`,
  python: `import asyncio, json
from dataclasses import dataclass, field

@dataclass(slots=True)
class RecordN:
    """A record with a score."""
    name: str
    score: float = N.5
    tags: list[str] = field(default_factory=list)

async def fetch_all(urls: list[str], limit: int = N) -> dict[str, bytes]:
    gate = asyncio.Semaphore(limit)
    async def one(url: str) -> tuple[str, bytes]:
        async with gate:
            reader, _ = await asyncio.open_connection(url, 443, ssl=True)
            return url, await reader.read(1 << 16)
    return dict(await asyncio.gather(*(one(url) for url in urls)))`,
  rust: `use std::{collections::HashMap, sync::Arc};
use tokio::sync::RwLock;

#[derive(Debug, Clone, Default)]
pub struct StateN { inner: Arc<RwLock<HashMap<String, Vec<u8>>>> }

impl StateN {
    pub async fn insert(&self, key: impl Into<String>, value: &[u8]) -> Option<Vec<u8>> {
        self.inner.write().await.insert(key.into(), value.to_vec())
    }
}`,
  sql: `WITH recent AS (
  SELECT conversation_id, count(*) AS n, max(created_at) AS last_at
  FROM message WHERE created_at > :since - N * 86400 AND role IN ('user', 'assistant')
  GROUP BY conversation_id HAVING count(*) > N
)
SELECT c.id, c.title, r.n FROM recent r JOIN conversation c ON c.id = r.conversation_id ORDER BY r.n DESC;`,
  bash: `set -euo pipefail
readonly DIR="\${1:-/var/log/appN}"
for f in "$DIR"/*.log; do
  [[ -s "$f" ]] || continue
  gzip -9 < "$f" > "$f.$(date +%Y%m%d).gz" && : > "$f"
done`,
  json: `{ "version": "1.N.0", "features": ["stream", "search"], "limits": { "rpm": N, "retry": { "max": 5, "base": 0.25 } } }`,
};
const LANGUAGES = Object.keys(CODE);

/** Numbers from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a seed writes, block by block. */
class Writer {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = random(seed);
  }

  below = (limit: number): number => Math.floor(this.#random() * limit);
  pick = (list: readonly string[]): string => list[this.below(list.length)] ?? '';

  words(count: number): string {
    const text = Array.from({ length: count }, () => this.#word()).join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  #word(): string {
    const word = this.pick(WORDS);
    const kind = this.#random();
    if (kind < 0.03) return `**${word} ${this.pick(WORDS)}**`;
    if (kind < 0.05) return `*${word}*`;
    if (kind < 0.09) return `\`${this.pick(NAMES)}()\``;
    if (kind < 0.105) return `[${word} ${this.pick(WORDS)}](https://example.com/${word}/${this.below(999)})`;
    if (kind < 0.115) return `$${this.pick(FORMULAS)}$`;
    return word;
  }

  paragraph(): string {
    return Array.from({ length: 2 + this.below(3) }, () => `${this.words(8 + this.below(14))}.`).join(' ');
  }

  list(): string {
    const ordered = this.#random() < 0.4;
    const item = (_: unknown, at: number) =>
      `${ordered ? `${at + 1}.` : '-'} ${this.words(6 + this.below(12))}`;
    return Array.from({ length: 3 + this.below(5) }, item).join('\n');
  }

  table(): string {
    const columns = 3 + this.below(3);
    const row = (cell: () => string) => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
    const body = Array.from({ length: 4 + this.below(6) }, () => row(() => this.words(1 + this.below(3))));
    return [row(() => this.pick(WORDS)), row(() => '---'), ...body].join('\n');
  }

  code(): string {
    const language = this.pick(LANGUAGES);
    return `\`\`\`${language}\n${(CODE[language] ?? '').replaceAll('N', String(2 + this.below(17)))}\n\`\`\``;
  }

  block(): string {
    const kind = this.#random();
    if (kind < 0.12) return `${'#'.repeat(2 + this.below(2))} ${this.words(4)}`;
    if (kind < 0.24) return this.list();
    if (kind < 0.29) return this.table();
    if (kind < 0.32) return `> ${this.words(12)}.\n> ${this.words(9)}.`;
    if (kind < 0.34) return `$$\n\\int_0^1 x^{${this.below(9)}} dx = \\frac{1}{n+1}\n$$`;
    return this.paragraph();
  }
}

/** About so many characters, or a few hundred more; with a block of code where asked for. */
export function markdownAnswer(seed: number, length: number, withCode: boolean): string {
  const writer = new Writer(seed);
  const blocks = [writer.paragraph()];
  if (withCode) blocks.push(writer.code());
  while (blocks.join('\n\n').length < length) blocks.push(writer.block());
  return blocks.join('\n\n');
}

/** Plain words, as a person asks. */
export function plainQuestion(seed: number, length: number): string {
  const next = random(seed);
  let text = 'Please';
  while (text.length < length) text += ` ${WORDS[Math.floor(next() * WORDS.length)] ?? ''}`;
  return `${text}?`;
}
