import { pictureIn } from '../../../shared/markdown/addresses';
import { deepestFormula, formulaBounds, longestFormula } from '../../../shared/markdown/formula-bounds';
import { escaped, type HtmlLook, linked } from '../../../shared/markdown/html';
import { written } from '../../../shared/markdown/pieces';
import type { Code, Image } from '../../../shared/markdown/tree';

type Engine = typeof import('katex').default;

/** How an answer looks on a page of its own: it loads nothing, and what is drawn elsewhere stands as its source. */
export async function loadPageLook(): Promise<HtmlLook> {
  const { default: katex } = await import('katex'); // with the first page, not with the thread
  return {
    code,
    inlineCode: (text) => `<code>${escaped(text)}</code>`,
    formula: (tex, display) => formula(katex, tex, display),
    image,
    task: '<li class="task">',
    table: '<table>',
    cell: (tag, alignment) =>
      `<${tag}${alignment === null || alignment === 'left' ? '' : ` class="${alignment}"`}>`,
  };
}

function code({ language, text }: Code): string {
  const caption = language === '' ? '' : `<figcaption>${escaped(language)}</figcaption>`;
  return `<figure class="code">${caption}<pre><code>${escaped(text)}</code></pre></figure>`;
}

/** A picture in the text is shown; one from afar is a link. */
function image({ src, alt }: Image): string {
  if (src === null) return escaped(alt);
  if (pictureIn(src) === null) return written(linked(src, [escaped(alt === '' ? src : alt)]));
  return `<img src="${src}" alt="${escaped(alt)}">`;
}

/** In MathML, which needs neither fonts nor styles; as its source where it cannot be set. */
function formula(katex: Engine, tex: string, display: boolean): string {
  if (tex.length <= longestFormula) {
    try {
      const set = katex.renderToString(tex, { ...formulaBounds, output: 'mathml', displayMode: display });
      if (levelsIn(set) <= deepestFormula) return set;
    } catch {
      // What is no formula after all is words.
    }
  }
  return `<code>${escaped(tex)}</code>`;
}

/** How deep elements are nested. */
function levelsIn(markup: string): number {
  let deepest = 0;
  let level = 0;
  for (const [tag] of markup.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (tag.endsWith('/>')) continue;
    level += tag.startsWith('</') ? -1 : 1;
    deepest = Math.max(deepest, level);
  }
  return deepest;
}
