import type { MarkdownIt, StateBlock } from 'markdown-it';

const definition = /^\[\^([\w-]{1,40})\]:/;

/** `[^label]: …` stands where it was written, with the indented lines that follow it. */
export function noteDefinitions(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'note', define, { alt: ['paragraph', 'reference'] });
}

function define(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const begin = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const indent = state.sCount[line] ?? 0;
  const found = definition.exec(state.src.slice(begin, state.eMarks[line]));
  if (!found?.[1] || indent - state.blkIndent >= 4) return false;
  if (silent) return true;
  if (state.env.notes instanceof Set) state.env.notes.add(found[1]);
  const open = state.push('note_open', '', 1);
  open.content = found[1];
  content(state, line, end, begin + found[0].length);
  open.map = [line, state.line];
  state.push('note_close', '', -1);
  return true;
}

/** Reads what follows the label as blocks, as if the label were an indent of four. */
function content(state: StateBlock, line: number, end: number, from: number): void {
  const before = [state.bMarks[line] ?? 0, state.tShift[line] ?? 0, state.sCount[line] ?? 0] as const;
  const { parentType } = state;
  const words = state.skipSpaces(from);
  state.blkIndent += 4;
  state.bMarks[line] = from;
  state.tShift[line] = words - from;
  state.sCount[line] = state.blkIndent;
  state.parentType = 'note';
  state.md.block.tokenize(state, line, end);
  state.parentType = parentType;
  state.blkIndent -= 4;
  [state.bMarks[line], state.tShift[line], state.sCount[line]] = before;
}
