/** Colours code away from the window, so that no grammar can hold it up. */
import { createHighlighterCore, type GrammarState, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { grammars } from './grammars';
import type { Request, Response, Runs } from './messages';
import { kindOf, theme } from './theme';

/** A longer line is left plain: one of 20,000 characters takes ten seconds. */
const MAX_LINE = 5000;

const highlighter = createHighlighterCore({
  themes: [theme],
  langs: [],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});
/** How far into its grammar each piece of code is. */
const states = new Map<number, GrammarState | undefined>();
let queue: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  queue = queue.then(() => answer(data));
});

async function answer(request: Request): Promise<void> {
  if (request.name === 'close') return void states.delete(request.id);
  const response: Response = { id: request.id, runs: await colour(request).catch(() => null) };
  postMessage(response);
}

async function colour({ id, language, text }: Extract<Request, { name: 'colour' }>): Promise<Runs> {
  const shiki = await highlighter;
  if (!shiki.getLoadedLanguages().includes(language)) await shiki.loadLanguage(grammars[language]);
  const state = states.get(id);
  const lines = text.endsWith('\n') ? text.slice(0, -1) : text;
  const { tokens, grammarState } = shiki.codeToTokens(lines, {
    lang: language,
    theme: 'kinds',
    tokenizeMaxLineLength: MAX_LINE,
    // Who waits for the lines decides when that has taken too long.
    tokenizeTimeLimit: 0,
    ...(state && { grammarState: state }),
  });
  states.set(id, grammarState);
  return runsOf(tokens, text.length);
}

/** Kinds and lengths, one behind the other; a blank takes the kind of what is before it. */
function runsOf(lines: readonly (readonly ThemedToken[])[], length: number): Runs {
  const runs: number[] = [];
  let total = 0;
  const add = (kind: number, size: number) => {
    const last = runs.length - 2;
    if (runs[last] === kind) runs[last + 1] = (runs[last + 1] ?? 0) + size;
    else runs.push(kind, size);
    total += size;
  };
  for (const [index, line] of lines.entries()) {
    if (index > 0) add(runs.at(-2) ?? 0, 1);
    for (const { content, color } of line)
      add(content.trim() === '' ? (runs.at(-2) ?? 0) : kindOf(color), content.length);
  }
  if (total < length) add(0, length - total);
  return runs;
}
