/** What one writes by hand: the whole answer anew, as markup, once a frame. */
import DOMPurify from 'dompurify';
import hljs from 'highlight.js';
import katex from 'katex';
import 'katex/dist/katex.min.css';
import { Marked } from 'marked';

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (character) => escapes[character]);

function code({ text, lang = '' }) {
  const [language = ''] = lang.split(/\s/);
  const lines = hljs.getLanguage(language)
    ? hljs.highlight(text, { language, ignoreIllegals: true }).value
    : escaped(text);
  return `<pre><code class="hljs language-${escaped(language)}">${lines}</code></pre>`;
}

const formula = (name, level, pattern) => ({
  name,
  level,
  start: (source) => source.indexOf('$'),
  tokenizer(source) {
    const found = pattern.exec(source);
    return found ? { type: name, raw: found[0], text: found[1] } : undefined;
  },
  renderer: ({ text }) => katex.renderToString(text, { throwOnError: false, displayMode: level === 'block' }),
});

const marked = new Marked({ gfm: true });
marked.use({
  renderer: { code },
  extensions: [
    formula('inlineFormula', 'inline', /^\$([^\n$]+?)\$/),
    formula('blockFormula', 'block', /^\$\$\n([\s\S]+?)\n\$\$(?:\n|$)/),
  ],
});

export const create = (element) => ({
  show(text) {
    element.innerHTML = DOMPurify.sanitize(marked.parse(text));
  },
});
