/** Where in an answer a hostile text can stand. */
export type Place = 'raw' | 'link' | 'autolink' | 'image' | 'fence' | 'table cell' | 'inline code';

/** One back-tick more than the longest run of them in the text. */
function ticks(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(Math.max(least, longest + 1));
}

const inside: Record<Place, (text: string) => string> = {
  raw: (text) => text,
  link: (text) => `[link](${text})`,
  autolink: (text) => `<${text}>`,
  image: (text) => `![image](${text})`,
  fence: (text) => `${ticks(text, 3)}${/[\n`]/.test(text) ? '' : text}\n${text}\n${ticks(text, 3)}`,
  'table cell': (text) => `| a | b |\n| - | - |\n| ${text.replaceAll('\n', ' ')} | b |`,
  'inline code': (text) => `${ticks(text, 1)} ${text} ${ticks(text, 1)}`,
};

/** The text in each place, as a document of its own. */
export function inPlaces(text: string): { readonly place: Place; readonly text: string }[] {
  return Object.entries(inside).map(([place, put]) => ({ place: place as Place, text: put(text) }));
}
