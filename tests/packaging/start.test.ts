import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { extractAll } from '@electron/asar';
import { expect, inject, test } from 'vitest';

test('the app out of its archive starts, takes a key and answers: nothing is missing in it', async () => {
  const work = mkdtempSync(join(tmpdir(), 'parley-packed-'));
  try {
    const folder = join(work, 'app');
    extractAll(inject('packed').asar, folder);
    const args = [
      'test',
      'tests/e2e/first-run.spec.ts',
      '--reporter=line',
      `--output=${join(work, 'output')}`,
    ];
    const env = { ...process.env, PARLEY_APP_FOLDER: folder };
    const specs = spawn('playwright', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [said, [code]] = await Promise.all([text(specs.stdout), once(specs, 'exit')]);
    expect(code, said).toBe(0);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
