/** The limit: an element for every line, no Markdown. Lines that are finished are laid out only once. */
import type { Create } from '../page/contender.ts';

export const create: Create = (element) => {
  let last = lineIn(element);
  let shown = 0;
  return {
    show(text) {
      const [rest = '', ...lines] = text.slice(shown).split('\n');
      shown = text.length;
      last.appendData(rest);
      for (const line of lines) {
        last = lineIn(element);
        last.appendData(line);
      }
    },
  };
};

function lineIn(element: HTMLElement): Text {
  const line = document.createElement('div');
  line.className = 'line';
  const text = document.createTextNode('');
  line.append(text);
  element.append(line);
  return text;
}
