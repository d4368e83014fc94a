/** The core as it is bundled: the tokenizer's thread has to find its file there, too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildCore, Core } from '../core/core';

test('the bundled core counts tokens, with each of both vocabularies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-core-'));
  const core = await Core.start(await buildCore(), join(folder, 'library.sqlite'));
  try {
    const text = 'hello <|endoftext|> world';
    expect(await core.call('tokens.count', { text, model: 'gpt-6.2-sol' })).toBe(9);
    expect(await core.call('tokens.count', { text, model: 'gpt-4-turbo' })).toBe(8);
    expect(core.mistakes).toEqual([]);
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 30_000);
