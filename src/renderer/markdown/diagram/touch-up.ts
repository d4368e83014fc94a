import { isLight } from './colour';

/** A source may colour a box, but not know the window: words that it gave no colour get the one that can be read. */
export function makeLegible(svg: SVGSVGElement): void {
  for (const node of svg.querySelectorAll('.node, .cluster')) {
    const shape = node.querySelector<SVGElement>(':scope > :is(rect, path, circle, ellipse, polygon, g)');
    const fill = shape && fillOf(shape);
    if (!fill) continue;
    for (const words of node.querySelectorAll('text')) {
      if (words.style.fill) continue;
      const colour = isLight(fill) ? 'black' : 'white';
      for (const part of [words, ...words.querySelectorAll('tspan')])
        part.style.setProperty('fill', colour, 'important');
    }
  }
}

/** Mermaid sets the words of a state at the left of their box. */
export function centreStates(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll<SVGGElement>('.statediagram-state > .label')) {
    const place = label.transform.baseVal.consolidate()?.matrix;
    const words = label.querySelector('text');
    if (!place || !words || words.hasAttribute('text-anchor')) continue;
    words.setAttribute('text-anchor', 'middle');
    label.setAttribute('transform', `translate(0, ${place.f})`);
  }
}

function fillOf(shape: SVGElement): string | undefined {
  const own = [shape, ...shape.querySelectorAll<SVGElement>('*')].map(({ style }) => style.fill);
  return own.find((fill) => fill !== '' && fill !== 'none' && fill !== 'transparent');
}
