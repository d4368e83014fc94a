/**
 * The page in which diagrams are drawn. It has an origin of its own, no network and no way to the app:
 * a source comes in as a message, a picture goes out as one.
 */
import mermaid from 'mermaid';
import type { Drawing, DrawReply, DrawRequest, Look } from './drawing';
import { centreStates, makeLegible } from './touch-up';
import { mermaidConfig } from './mermaid-config';

const longestProblem = 200;

addEventListener('message', (event: MessageEvent<DrawRequest>) => {
  if (event.source !== parent) return;
  void draw(event.data).then((reply) => parent.postMessage(reply, '*'));
});

async function draw({ id, code, look }: DrawRequest): Promise<DrawReply> {
  try {
    mermaid.initialize(mermaidConfig(look));
    const { svg } = await mermaid.render(`diagram-${id}`, code);
    const drawing = standAlone(svg, look);
    return drawing ? { id, drawing } : { id, problem: '' };
  } catch (error) {
    return { id, problem: inOneLine(error instanceof Error ? error.message : String(error)) };
  }
}

/** Mermaid's own words, without its picture of the place. */
function inOneLine(message: string): string {
  const [first = '', ...others] = message.split('\n').filter((line) => line.trim() !== '');
  const expected = others.find((line) => line.startsWith('Expecting'));
  const words = `${first.replace(/[:.\s]+$/, '')}.${expected ? ` ${expected}.` : ''}`;
  return words.length > longestProblem ? `${words.slice(0, longestProblem)}…` : words;
}

/** As well-formed XML, with its size in its own attributes; null where nothing is in it. */
function standAlone(markup: string, look: Look): Drawing | null {
  const host = document.createElement('template');
  host.innerHTML = markup;
  const svg = host.content.querySelector('svg');
  const { width, height } = svg?.viewBox.baseVal ?? { width: 0, height: 0 };
  if (!svg || !(width > 0 && height > 0)) return null;
  makeLegible(svg);
  centreStates(svg);
  svg.style.color = look.line; // of what names no colour
  svg.style.removeProperty('max-width');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}
