const LONGEST = 60;

/** The first words of a question, cut where a word ends, for a conversation that has no better title. */
export function titleFrom(question: string): string {
  const line = question.trim().replace(/\s+/g, ' ');
  if (line.length <= LONGEST) return line;
  const characters = new Intl.Segmenter().segment(line.slice(0, LONGEST));
  const whole = [...characters]
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('');
  const lastSpace = whole.lastIndexOf(' ');
  return `${lastSpace > LONGEST / 2 ? whole.slice(0, lastSpace) : whole}…`;
}
