import { words } from '../../shared/words';
import { deepestFormula, formulaBounds, longestFormula } from '../../shared/markdown/formula-bounds';
import type { Words } from '../../shared/words/language';
import { soon } from './paced.svelte';

type Engine = typeof import('katex').default;
type Said = Pick<Words['markdown']['formula'], 'tooDeep' | 'tooLong'>;

let engine: Engine | undefined;
let loading: Promise<Engine> | undefined;

/** Loads what sets formulas, once. */
async function load(): Promise<Engine> {
  loading ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(
    ([{ default: katex }]) => katex,
  );
  return (engine = await loading);
}

/** A formula, set as in print. Until it can be, and where it cannot, its source. */
export function formula(tex: string, display: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = display ? 'formula display' : 'formula';
  const said = words.markdown.formula;
  const show = (katex: Engine) => {
    const error = set(katex, element, tex, display, said);
    if (error) showSource(element, tex, error);
  };
  if (engine) show(engine);
  else {
    showSource(element, tex);
    void load().then((katex) => soon(() => show(katex)));
  }
  return element;
}

/** Sets a formula in an element. Returns why it could not, in a sentence. */
function set(katex: Engine, element: HTMLElement, tex: string, display: boolean, said: Said): string | null {
  if (tex.length > longestFormula) return said.tooLong;
  try {
    const set = document.createElement('span');
    katex.render(tex, set, { ...formulaBounds, displayMode: display });
    if (levelsIn(set) > deepestFormula) return said.tooDeep;
    element.replaceChildren(...set.childNodes);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : String(error);
  }
}

/** How deep its elements are nested. */
function levelsIn(root: Element): number {
  let levels = 0;
  for (let row = [...root.children]; row.length > 0; levels += 1)
    row = row.flatMap(({ children }) => [...children]);
  return levels;
}

function showSource(element: HTMLElement, tex: string, error?: string): void {
  const code = document.createElement('code');
  code.append(tex);
  element.replaceChildren(code);
  if (error === undefined) return;
  const note = document.createElement('small');
  note.append(` ${error}`);
  element.append(note);
}
