/** Answers that are no attack by what they say, but by how much of it there is, or how deep it goes. */
interface Pathological {
  readonly name: string;
  readonly text: string;
}

const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** The first five have to be borne while they are written as well. */
export const pathological: readonly Pathological[] = [
  { name: '5,000 nested quotes', text: `${'> '.repeat(5000)}the end` },
  { name: 'a line of 100,000 characters', text: 'word *and* `so` on '.repeat(5264).slice(0, 100_000) },
  {
    name: 'a table of 20,000 rows',
    text: `| a | b | c |\n| - | -: | - |\n${many(20_000, (at) => `| ${at} | *${at * 7}* | \`x\` |`)}`,
  },
  {
    name: 'an unclosed fence of 1 MB',
    text: `\`\`\`ts\n${many(16_000, (at) => `const value${at} = compute(${at}, 'some words'); // line`)}`,
  },
  {
    name: '10,000 footnotes',
    text: `${many(10_000, (at) => `Words[^${at}].`)}\n\n${many(10_000, (at) => `[^${at}]: Note ${at}.`)}`,
  },
  { name: '50,000 opening brackets', text: '['.repeat(50_000) },
  { name: '2 MB of back-ticks', text: many(200, (at) => `x${'`'.repeat(10_000 + at)}`) },
  { name: '2 MB of back-ticks in one line', text: `x${'`'.repeat(2_000_000)}` },
  { name: '50,000 times _a', text: '_a'.repeat(50_000) },
  { name: 'a list 2,000 deep', text: many(2000, (at) => `${'  '.repeat(at)}- x`) },
  { name: '20,000 list items', text: many(20_000, (at) => `- item ${at}`) },
  { name: '20,000 definitions', text: many(20_000, (at) => `[r${at}]: https://example.org/${at}`) },
  { name: '5,000 formulas', text: many(5000, (at) => `$x_{${at}}^2 + \\frac{1}{${at}}$\n`) },
  { name: '2,000 fences', text: many(2000, (at) => `\`\`\`js\nconst x = ${at};\n\`\`\`\n`) },
  { name: '50,000 stars', text: '*'.repeat(50_000) },
  { name: '20,000 dollars', text: '$ x'.repeat(20_000) },
  {
    name: '5 MB of prose',
    text: many(20_000, (at) => `Paragraph ${at}: ${'the air scatters the short waves. '.repeat(7)}\n`),
  },
];
