const MOST = 140;

/** How an answer begins, in one line without its marks, for where there is little room. */
export function firstWords(markdown: string): string {
  const line = markdown
    .slice(0, 4 * MOST)
    .replace(/^\s*(?:```.*|#{1,6} |> ?|[-*+] |\d+[.)] )/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= MOST) return line;
  const cut = line.slice(0, MOST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST / 2))}…`;
}
