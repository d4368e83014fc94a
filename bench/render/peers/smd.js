/** Only ever appends to the page. Neither highlights nor sets formulas, nor looks at addresses. */
import { default_renderer, parser, parser_end, parser_write } from 'streaming-markdown';

export const create = (element) => {
  const writing = parser(default_renderer(element));
  let shown = 0;
  return {
    show(text, finished) {
      parser_write(writing, text.slice(shown));
      shown = text.length;
      if (finished) parser_end(writing);
    },
  };
};
