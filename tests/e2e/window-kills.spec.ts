/** The window's process dies in the middle of an answer; main goes on, and a new window shows all of it. */
import { expect, test } from './parley.ts';

const KILLS = 20;

test.describe.configure({ mode: 'parallel' });

for (let kill = 1; kill <= KILLS; kill++) {
  test(`kill ${kill} of the window in mid-answer costs no word`, async ({ openai, start }) => {
    const parley = await start();
    await parley.connect(openai.address);
    const held = openai.hold();
    await parley.ask('Count, please.');
    const said = Array.from({ length: 3 * kill }, (_, index) => `word${index} `);
    for (const word of said) held.send(word);
    await expect(parley.lastMessage).toContainText(`word${kill - 1} `);
    await parley.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    held.send('and the end.');
    held.finish();
    const shown = () =>
      parley.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(
            `document.querySelector('article:last-of-type .markdown p')?.textContent`,
          )
          .catch((thrown: unknown) => String(thrown)),
      );
    await expect.poll(shown).toBe(`${said.join('')}and the end.`);
    expect(openai.questions).toHaveLength(1);
  });
}
