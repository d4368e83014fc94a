import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { noteDefinitions } from './note-rule';
import { bracketMaths, dollarMaths, doubleDollarMaths } from './maths-rules';

/** Deeper than this a text is shown as it was written. */
const MAX_DEPTH = 40;
/** One paragraph, heading or cell; beyond it, marks inside a line are shown as they were written. */
const MAX_LINE = 20_000;

const parsers = new Map<boolean, Parser>();

/** The reader of Markdown as models write it: CommonMark, tables, strikethrough, bare links and formulas; no HTML. */
export function parserFor(dollars: boolean): Parser {
  const known = parsers.get(dollars);
  if (known) return known;
  const parser = new MarkdownIt({ html: false, linkify: true, maxNesting: MAX_DEPTH + 10 });
  parser.use(cjkFriendly);
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  parser.use(bracketMaths);
  parser.use(dollars ? dollarMaths : doubleDollarMaths);
  parser.use(breakTags);
  parser.use(noteDefinitions);
  parser.use(keepWhatIsDeep);
  parser.use(keepLongLines);
  // Which of them may be opened is decided where the tree is built; the words of the others stay.
  parser.validateLink = () => true;
  parsers.set(dollars, parser);
  return parser;
}

/** The one piece of HTML that models write for what Markdown cannot say: a new line inside a cell. */
function breakTags(parser: Parser): void {
  parser.inline.ruler.after('escape', 'break_tag', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
    const tag = /^<br ?\/?>/i.exec(state.src.slice(state.pos, state.pos + 6))?.[0];
    if (!tag) return false;
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos += tag.length;
    return true;
  });
}

/** The parser drops what is nested too deeply; here it stays, as text. */
function keepWhatIsDeep(parser: Parser): void {
  parser.block.ruler.before('table', 'deep', (state, startLine, endLine, silent) => {
    if (state.level < MAX_DEPTH || silent) return false;
    const open = state.push('paragraph_open', 'p', 1);
    open.map = [startLine, endLine];
    const inline = state.push('inline', '', 0);
    inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
    inline.map = open.map;
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
    state.line = endLine;
    return true;
  });
}

/** Some marks cost the square of a line's length, and nobody wrote a line that long by hand. */
function keepLongLines(parser: Parser): void {
  parser.core.ruler.before('inline', 'long', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline' || token.content.length <= MAX_LINE) continue;
      const text = new state.Token('text', '', 0);
      text.content = token.content;
      token.type = 'long';
      token.children = [text];
    }
  });
}
