import type { Page } from '@playwright/test';

/** Not sentences of ours: what users and models wrote, names, addresses, keys of the keyboard, numbers and units. */
const free = [
  /^[^\p{L}]*$/u,
  /^(Parley|OpenAI|ChatGPT|Claude|Open WebUI|LibreChat|Chatbox|Cherry Studio|Markdown|JSON|HTML|PDF|curl|Python|JavaScript|TypeScript|English|Deutsch|TeX|CSV)$/,
  /^(gpt|o\d|chatgpt|GPT|whisper|omni|text-embedding|llama)[\w.:-]*( [\w.]+)*( \(.*\))?(, \d\d:\d\d)?$/,
  /^\++\w$|^[⌘⇧⌥⌃]?\w$|^(Ctrl|Shift|Alt|Meta|Cmd|Esc|Enter|Return|Tab|Delete|Del|Space|PgUp|PgDn|F\d+)$|^(Ctrl|Shift|Alt)\+/,
  /^(from:(me|assistant)|model:|in:|has:(code|file)|before:|after:)$/, // typed in searches
  /^[@\w./-]+ \d+\.\d+\.\d+$|^\(?(MIT|ISC|0BSD|Unlicense|Zlib|(Apache|BSD|EPL|MPL|CC0|BlueOak|OFL)-[\w.-]+)\b/, // packages, licences
  /^(Linux|Darwin|macOS|Windows) /,
  /^https?:|^localhost|^127\.|^\/|^sk-|^org-|^proj_|^[\w.-]+\.(json|zip|md|sqlite|db)$/,
  /^[\d.,\s$%×≈·–+]*(px|[kMG]?B|s|min|M|K)?$/,
];

/** Where words of people and models stand, and samples of code. */
const CONTENT = '[role="log"] .text, [role="log"] .said, [dir="auto"], [dir="ltr"], code, kbd, bdi, textarea';

/** Each text that is seen and each name that is read aloud that is neither the catalogue's nor `content`. */
export async function unsaid(page: Page, content: readonly string[]): Promise<readonly string[]> {
  const found = await page.evaluate((skip) => {
    const said: string[] = [];
    const within = (node: Element | null) => node?.closest(`${skip}, script, style, [hidden]`) !== null;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (element?.checkVisibility() && !within(element)) said.push(node.nodeValue ?? '');
    }
    said.push(document.title);
    for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!within(element)) said.push(element.getAttribute(name) ?? '');
    return said;
  }, CONTENT);
  const outside = found
    .map(withoutMarked)
    .filter((said) => !content.includes(said) && !free.some((known) => known.test(said)));
  return [...new Set(outside)];
}

/** What is left of a text without the sentences of the catalogue in it, one of which may hold another. */
function withoutMarked(said: string): string {
  let depth = 0;
  let left = '';
  for (const letter of said) {
    if (letter === '⟦') depth += 1;
    if (depth === 0) left += letter;
    if (letter === '⟧') depth -= 1;
  }
  return left.replace(/\u2066[^\u2069]*\u2069/g, '').trim(); // nor what runs its own way: paths and keys
}
