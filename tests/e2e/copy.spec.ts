/** What leaves an answer: by the clipboard, in each format, and as a file. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Parley } from './parley.ts';

const ANSWER = `## Planets

Two **planets** and \`code\`:

- [x] Mars
- Venus

| Planet | Day |
|:--|--:|
| **Mars** | 24.6 |
| Venus | =1+1 |

\`\`\`typescript
const day = 24.6;
\`\`\`
`;

/** What a program is offered that pastes, by format. */
async function pasted({ page, box }: Parley): Promise<Record<string, string>> {
  const offered = page.evaluate(
    () =>
      new Promise<Record<string, string>>((take) => {
        const look = (event: ClipboardEvent) => {
          const { clipboardData: data } = event;
          take(Object.fromEntries([...(data?.types ?? [])].map((type) => [type, data?.getData(type) ?? ''])));
          event.preventDefault();
        };
        document.addEventListener('paste', look, { once: true, capture: true });
      }),
  );
  await box.press('ControlOrMeta+v');
  return offered;
}

/** What is formatted, without the frame that the system puts around it and the styles. */
const plainHtml = (html = '') =>
  html.replace(/^[\s\S]*<body>|<\/body>[\s\S]*$|<meta [^>]*>|<!--\w+-->/g, '').replace(/ style="[^"]*"/g, '');

const TABLE_HTML =
  '<table><thead><tr><th>Planet</th><th>Day</th></tr></thead><tbody>' +
  '<tr><td><strong>Mars</strong></td><td>24.6</td></tr><tr><td>Venus</td><td>=1+1</td></tr></tbody></table>';

async function withAnswer(
  start: () => Promise<Parley>,
  openai: { address: string; script: (answer: { words: string[] }) => void },
) {
  const parley = await start();
  await parley.connect(openai.address);
  openai.script({ words: [ANSWER] });
  await parley.askAndHear('How long is a **day**?');
  return parley;
}

test('an answer is pasted formatted or as it was written, a question as it was typed', async ({
  openai,
  start,
}) => {
  const parley = await withAnswer(start, openai);
  const html =
    '<h2>Planets</h2><p>Two <strong>planets</strong> and <code>code</code>:</p>' +
    `<ul><li>☑ Mars</li><li>Venus</li></ul>${TABLE_HTML}<pre><code>const day = 24.6;</code></pre>`;

  await parley.button('Copy answer').click();
  await expect.poll(async () => plainHtml((await pasted(parley))['text/html'])).toBe(html);
  expect((await pasted(parley))['text/plain']).toBe(ANSWER);

  await parley.button('More for this answer').click();
  await parley.page.getByRole('menuitem', { name: 'Copy as formatted text' }).click();
  await expect.poll(async () => (await pasted(parley))['text/plain']).toContain('Two planets and code:');
  expect(plainHtml((await pasted(parley))['text/html'])).toBe(html);

  await parley.button('More for this answer').click();
  await parley.page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
  await expect.poll(() => pasted(parley)).toEqual({ 'text/plain': ANSWER });

  await parley.messages.first().hover();
  await parley.button('Copy question').click();
  await expect.poll(() => pasted(parley)).toEqual({ 'text/plain': 'How long is a **day**?' });

  await parley.page.keyboard.press('ControlOrMeta+Shift+c');
  await expect.poll(async () => plainHtml((await pasted(parley))['text/html'])).toBe(html);
});

test('a table is pasted as Markdown, HTML or TSV from one copy', async ({ openai, start }) => {
  const parley = await withAnswer(start, openai);
  const copy = parley.button('Copy table');
  await parley.page.getByRole('table').hover();
  await copy.click();
  await expect
    .poll(async () => Object.keys(await pasted(parley)).sort())
    .toEqual(['text/html', 'text/plain', 'text/tab-separated-values']);
  const formats = await pasted(parley);
  expect(formats['text/plain']).toBe(
    '| Planet   |  Day |\n| :------- | ---: |\n| **Mars** | 24.6 |\n| Venus    | =1+1 |',
  );
  expect(plainHtml(formats['text/html'])).toBe(TABLE_HTML);
  expect(formats['text/html']).toContain('border-collapse:collapse');
  expect(formats['text/tab-separated-values']).toBe("Planet\tDay\nMars\t24.6\nVenus\t'=1+1");
});

test('a table and code are saved where the user says, or not at all', async ({ openai, start, userData }) => {
  const parley = await withAnswer(start, openai);
  const folder = join(userData, 'saved');
  mkdirSync(folder);
  /** The user chooses this place in the next dialogs; null is Escape. */
  const answerDialogs = (place: string | null) =>
    parley.app.evaluate(({ dialog }, chosen) => {
      const suggested: string[] = [];
      Object.assign(globalThis, { suggested });
      dialog.showSaveDialog = (...args: unknown[]) => {
        const { defaultPath } = args.at(-1) as { defaultPath: string };
        suggested.push(`${args.length > 1 ? 'over the window' : 'alone'}: ${defaultPath}`);
        const filePath = chosen === null ? '' : `${chosen}/${defaultPath}`;
        return Promise.resolve({ canceled: chosen === null, filePath });
      };
    }, place);
  const suggested = () =>
    parley.app.evaluate(() => (globalThis as unknown as { suggested: string[] }).suggested);

  await answerDialogs(null);
  await parley.page.getByRole('table').hover();
  await parley.button('Save as CSV').click();
  await expect.poll(suggested).toEqual(['over the window: table.csv']);

  await answerDialogs(folder);
  await parley.button('Save as CSV').click();
  await expect.poll(() => readdirSync(folder)).toEqual(['table.csv']);
  expect(readFileSync(join(folder, 'table.csv'), 'utf8')).toBe(
    "\uFEFFPlanet,Day\r\nMars,24.6\r\nVenus,'=1+1\r\n",
  );

  await parley.button('Save as…').click();
  await expect.poll(() => readdirSync(folder).sort()).toEqual(['code.ts', 'table.csv']);
  expect(readFileSync(join(folder, 'code.ts'), 'utf8')).toBe('const day = 24.6;');

  await answerDialogs(join(folder, 'gone'));
  await parley.button('Save as…').click();
  await expect(parley.page.getByRole('alert')).toContainText('The file could not be saved.');
  await answerDialogs(userData);
  await parley.button('Try again').click();
  await expect.poll(() => readdirSync(userData)).toContain('code.ts');
  await expect(parley.page.getByRole('alert')).toHaveCount(0);
});
