/** The README's pictures: a chat with the demonstration server, light and dark. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchApp } from '../../tests/e2e/launch.ts';
import { startDemoServer } from '../../tests/fakes/demo-server.ts';

const pictures = resolve(import.meta.dirname, '../../docs/pictures');

export async function takeReadmePictures(): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'parley-pictures-'));
  const server = await startDemoServer();
  const { app, page } = await launchApp({
    userData,
    env: { OPENAI_API_KEY: server.key, OPENAI_BASE_URL: server.address },
  });

  async function ask(question: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Message' }).fill(question);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
  }

  try {
    mkdirSync(pictures, { recursive: true });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: /OPENAI_API_KEY/ }).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    for (const question of [
      'What does a token cost?',
      'Write a letter to Mara about the garden',
      'Why is the sky blue?',
    ]) {
      await page.keyboard.press('ControlOrMeta+n');
      await ask(question);
    }
    for (const theme of ['light', 'dark'] as const) {
      await app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);
      await page.waitForFunction((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, theme);
      await page.screenshot({ path: join(pictures, `chat-${theme}.png`), animations: 'disabled' });
    }
  } finally {
    await app.close();
    await server.close();
    rmSync(userData, { recursive: true, force: true });
  }
}
