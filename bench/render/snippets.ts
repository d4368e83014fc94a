/** Code as models write it, in many languages. `n` makes each piece different; `MARK` is where a mark goes. */
export const snippets: Readonly<Record<string, (n: number) => string>> = {
  ts: (n) => `import { EventEmitter } from "node:events";

export interface Job${n}<T> { id: string; payload: T; attempts: number; createdAt: Date }

// MARK keep at most ${n} jobs in flight
export class Queue${n}<T> extends EventEmitter {
  #items: Job${n}<T>[] = [];
  constructor(private readonly limit = ${n * 4}, private handler: (j: Job${n}<T>) => Promise<void>) { super(); }
  async push(payload: T): Promise<string> {
    const id = crypto.randomUUID();
    this.#items.push({ id, payload, attempts: 0, createdAt: new Date() });
    if (this.#items.length > this.limit) this.emit("overflow", { id, size: this.#items.length });
    await this.drain();
    return \`job-\${id.slice(0, 8)}\`;
  }
  private async drain() {
    while (this.#items.length) {
      const job = this.#items.shift()!;
      try { await this.handler(job); } catch (err) {
        if (++job.attempts < 3) this.#items.push(job); else this.emit("error", err as Error);
      }
    }
  }
}`,
  js: (n) => `const cache${n} = new Map();
/** MARK memoize with ttl */
export function memo${n}(fn, ttl = ${n}_000) {
  return async (...args) => {
    const key = JSON.stringify(args);
    const hit = cache${n}.get(key);
    if (hit && Date.now() - hit.t < ttl) return hit.v;
    const v = await fn(...args);
    cache${n}.set(key, { v, t: Date.now() });
    return v;
  };
}

document.querySelectorAll('[data-id="${n}"]').forEach((el) => {
  el.addEventListener('click', (e) => { e.preventDefault(); el.classList.toggle('open', /^x${n}$/.test(el.id)); });
});`,
  python: (n) => `from __future__ import annotations
import asyncio, json, re
from dataclasses import dataclass, field

@dataclass(slots=True)
class Record${n}:
    """MARK A record with a score."""
    name: str
    score: float = ${n}.5
    tags: list[str] = field(default_factory=list)

    def normalized(self, total: float) -> float:
        return self.score / total if total else 0.0

async def fetch_all(urls: list[str], limit: int = ${n}) -> dict[str, bytes]:
    sem = asyncio.Semaphore(limit)
    async def one(u: str) -> tuple[str, bytes]:
        async with sem:
            reader, writer = await asyncio.open_connection(u, 443, ssl=True)
            writer.write(f"GET / HTTP/1.1\\r\\nHost: {u}\\r\\n\\r\\n".encode())
            return u, await reader.read(1 << 16)
    return dict(await asyncio.gather(*(one(u) for u in urls)))

if __name__ == "__main__":
    print(json.dumps({k: len(v) for k, v in asyncio.run(fetch_all(["a.example", "b.example"])).items()}))`,
  rust: (n) => `use std::{collections::HashMap, sync::Arc};
use tokio::sync::{mpsc, RwLock};

/// MARK shared state
#[derive(Debug, Clone, Default)]
pub struct State${n} { inner: Arc<RwLock<HashMap<String, Vec<u8>>>> }

impl State${n} {
    pub async fn insert(&self, key: impl Into<String>, value: &[u8]) -> Option<Vec<u8>> {
        self.inner.write().await.insert(key.into(), value.to_vec())
    }
    pub async fn run(self, mut rx: mpsc::Receiver<(String, Vec<u8>)>) -> anyhow::Result<usize> {
        let mut n = 0usize;
        while let Some((k, v)) = rx.recv().await {
            match self.insert(k, &v).await { Some(old) if old.len() > ${n} => println!("replaced {} bytes", old.len()), Some(_) | None => {} }
            n += 1;
        }
        Ok(n)
    }
}`,
  go: (n) => `package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// MARK Worker${n} pulls items until ctx is done
type Worker${n} struct {
	mu   sync.Mutex
	seen map[string]int
}

func (w *Worker${n}) Run(ctx context.Context, in <-chan string) error {
	ticker := time.NewTicker(${n} * time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case s, ok := <-in:
			if !ok {
				return nil
			}
			w.mu.Lock()
			w.seen[s]++
			w.mu.Unlock()
		case t := <-ticker.C:
			fmt.Printf("%s: %d keys\\n", t.Format(time.RFC3339), len(w.seen))
		}
	}
}`,
  java: (n) => `package com.example.jobs;

import java.util.*;
import java.util.concurrent.*;

/** MARK bounded executor */
public final class Pool${n} implements AutoCloseable {
    private final ExecutorService pool = Executors.newFixedThreadPool(${n});
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

    public <T> CompletableFuture<T> submit(String id, Callable<T> task) {
        return CompletableFuture.supplyAsync(() -> {
            try { return task.call(); } catch (Exception e) { throw new CompletionException("job " + id, e); }
        }, pool);
    }
    @Override public void close() throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(${n}L, TimeUnit.SECONDS)) pool.shutdownNow();
    }
}`,
  c: (n) => `#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* MARK ring buffer */
typedef struct { unsigned char *buf; size_t cap, head, tail; } ring${n}_t;

static int ring_push(ring${n}_t *r, unsigned char v) {
    size_t next = (r->head + 1) % r->cap;
    if (next == r->tail) return -1;
    r->buf[r->head] = v; r->head = next;
    return 0;
}

int main(int argc, char **argv) {
    ring${n}_t r = { .buf = malloc(${n * 64}), .cap = ${n * 64} };
    for (int i = 0; i < argc; i++) for (const char *p = argv[i]; *p; p++) if (ring_push(&r, (unsigned char)*p) < 0) { fprintf(stderr, "full at %d\\n", i); break; }
    free(r.buf);
    return EXIT_SUCCESS;
}`,
  cpp: (n) => `#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

namespace app::v${n} {
// MARK interval set
template <typename T> class IntervalSet {
 public:
  explicit IntervalSet(std::size_t n) { data_.reserve(n); }
  void add(T lo, T hi) {
    auto it = std::lower_bound(data_.begin(), data_.end(), lo, [](const auto& a, T v) { return a.second < v; });
    while (it != data_.end() && it->first <= hi) { lo = std::min(lo, it->first); hi = std::max(hi, it->second); it = data_.erase(it); }
    data_.insert(it, {lo, hi});
  }
  [[nodiscard]] constexpr bool contains(T v) const noexcept { return std::any_of(data_.cbegin(), data_.cend(), [v](auto& p) { return p.first <= v && v < p.second; }); }
 private:
  std::vector<std::pair<T, T>> data_;
};
}  // namespace app::v${n}`,
  csharp: (n) => `using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Jobs.V${n};

/// <summary>MARK token bucket</summary>
public sealed class Bucket${n} : IAsyncDisposable
{
    private readonly ConcurrentQueue<TaskCompletionSource<bool>> _waiters = new();
    private int _tokens = ${n};
    public async ValueTask<bool> TakeAsync(TimeSpan timeout)
    {
        if (Interlocked.Decrement(ref _tokens) >= 0) return true;
        var tcs = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiters.Enqueue(tcs);
        return await Task.WhenAny(tcs.Task, Task.Delay(timeout)) == tcs.Task;
    }
    public ValueTask DisposeAsync() { while (_waiters.TryDequeue(out var w)) w.TrySetResult(false); return default; }
}`,
  sql: (n) => `-- MARK top conversations by activity
WITH recent AS (
  SELECT conv_id, count(*) AS n, max(created_at) AS last_at
  FROM messages
  WHERE created_at > strftime('%s','now') - ${n} * 86400 AND role IN ('user', 'assistant')
  GROUP BY conv_id
  HAVING count(*) > ${n}
)
SELECT c.id, c.title, r.n, datetime(r.last_at, 'unixepoch') AS last_at
FROM recent r JOIN conversations c ON c.id = r.conv_id
LEFT JOIN tags t ON t.conv_id = c.id AND t.name LIKE 'proj-%'
ORDER BY r.n DESC, r.last_at DESC LIMIT ${n * 10};

CREATE INDEX IF NOT EXISTS idx_messages_conv_${n} ON messages(conv_id, created_at DESC);`,
  bash: (n) => `#!/usr/bin/env bash
set -euo pipefail
# MARK rotate logs
readonly DIR="\${1:-/var/log/app${n}}"
for f in "$DIR"/*.log; do
  [[ -s "$f" ]] || continue
  size=$(stat -c %s "$f")
  if (( size > ${n} * 1024 * 1024 )); then
    gzip -9 < "$f" > "$f.$(date +%Y%m%d).gz" && : > "$f"
    echo "rotated $f (\${size} bytes)" >&2
  fi
done
find "$DIR" -name '*.gz' -mtime +${n} -print0 | xargs -0 -r rm --`,
  json: (n) =>
    JSON.stringify(
      {
        id: 'MARK',
        version: `1.${n}.0`,
        features: ['stream', 'search', 'tools'],
        limits: { rpm: 60 * n, tpm: 1e5 * n, retry: { max: 5, base: 0.25, jitter: true } },
        models: [
          { name: 'alpha', ctx: 128000, price: null },
          { name: 'beta', ctx: 32768, price: { in: 0.15, out: 0.6 } },
        ],
      },
      null,
      2,
    ),
  yaml: (n) => `# MARK pipeline
name: build-${n}
on:
  push: { branches: [main, "release/*"] }
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: ${n}
    strategy:
      matrix:
        node: [20, 22, 24]
        os: [linux, mac]
    steps:
      - uses: actions/checkout@v5
      - run: |
          npm ci --ignore-scripts
          npm test -- --shard=\${{ matrix.node }}/${n}
        env:
          CI: "true"
          TOKEN: \${{ secrets.TOKEN }}`,
  html: (n) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>MARK Page ${n}</title>
    <style>.card-${n} { display: grid; gap: ${n}px; color: #33${n}; }</style>
  </head>
  <body>
    <main class="card-${n}" data-role="list">
      <h1>Hello &amp; welcome</h1>
      <ul><li><a href="/item/${n}?q=1&amp;p=2">Item ${n}</a></li></ul>
      <script type="module">import { go } from './app.js'; go(${n});</script>
    </main>
  </body>
</html>`,
  css: (n) => `/* MARK layout */
:root { --gap-${n}: clamp(4px, ${n}vw, 24px); --accent: oklch(70% 0.1 ${n * 20}); }
.grid-${n} > :is(.card, .panel):not(:last-child)::after {
  content: "\\201C";
  inset: auto 0 calc(100% - var(--gap-${n}));
  transition: transform 150ms cubic-bezier(.2, 0, 0, 1), opacity .2s;
}
@media (prefers-color-scheme: dark) and (min-width: 48rem) {
  .grid-${n} { background: color-mix(in srgb, var(--accent) 20%, #111); }
}`,
  php: (n) => `<?php
declare(strict_types=1);

namespace App\\Jobs;

/** MARK */
final class Mailer${n} implements \\Countable
{
    private array $queue = [];
    public function __construct(private readonly string $from, protected int $limit = ${n}) {}
    public function add(string $to, ?string $subject = null): static
    {
        $this->queue[] = ['to' => $to, 'subject' => $subject ?? "Hi {$to}", 'at' => time()];
        return $this;
    }
    public function count(): int { return \\count($this->queue); }
}`,
  ruby: (n) => `# MARK frozen
module Store
  class Item${n} < Struct.new(:name, :price, keyword_init: true)
    include Comparable
    def <=>(other) = price <=> other.price
    def to_s = "#{name.capitalize}: %.2f" % price
  end

  def self.cheapest(items, n: ${n})
    items.select { |i| i.price.positive? }.sort.first(n).map(&:to_s)
  rescue NoMethodError => e
    warn "bad item: #{e.message}"
    []
  end
end`,
  kotlin: (n) => `package app.jobs

import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*

/** MARK */
data class Event${n}(val id: Long, val name: String, val tags: List<String> = emptyList())

sealed interface Result<out T> {
    data class Ok<T>(val value: T) : Result<T>
    data class Err(val cause: Throwable) : Result<Nothing>
}

suspend fun Flow<Event${n}>.summarize(limit: Int = ${n}): Map<String, Int> = coroutineScope {
    filter { it.tags.isNotEmpty() }.take(limit).toList().groupingBy { it.name }.eachCount().also { println("got \${it.size} groups") }
}`,
  swift: (n) => `import Foundation

// MARK actor based cache
actor Cache${n}<Key: Hashable, Value: Sendable> {
    private var storage: [Key: (value: Value, expires: Date)] = [:]
    let ttl: TimeInterval = ${n}.0
    func value(for key: Key, orInsert make: @Sendable () async throws -> Value) async rethrows -> Value {
        if let hit = storage[key], hit.expires > .now { return hit.value }
        let fresh = try await make()
        storage[key] = (fresh, Date(timeIntervalSinceNow: ttl))
        return fresh
    }
}`,
  diff: (n) => `diff --git a/src/app${n}.ts b/src/app${n}.ts
index 83db48f..bf12c9e 100644
--- a/src/app${n}.ts
+++ b/src/app${n}.ts
@@ -1,9 +1,11 @@ MARK
 import { run } from "./run";
-const limit = ${n};
+const limit = ${n * 2};
+const retries = 3;
 
 export function main() {
-  return run(limit);
+  return run(limit, { retries });
 }`,
};
