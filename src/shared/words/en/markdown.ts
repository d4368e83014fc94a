import { plural } from './plural';

/** The parts of an answer: code, tables, formulas, diagrams. */
export const markdown = {
  /** At the end of a text that grows, where nothing may move. */
  working: 'Working…',
  note: (label: string) => `Note ${label}`,
  source: (number: number, title: string) => `Source ${number}: ${title}`,
  picture: 'Picture',
  code: {
    code: 'Code',
    codeIn: (language: string) => `${language} code`,
    wrap: 'Wrap lines',
    save: 'Save as…',
    less: 'Show less',
    all: (lines: string) => `Show all ${lines} lines`,
  },
  diagram: {
    diagram: 'Diagram',
    copySource: 'Copy source',
    showDiagram: 'Show diagram',
    showSource: 'Show source',
    source: 'Source of the diagram',
    problem: (why: string) => `This diagram cannot be drawn. ${why}`,
    tooLong: 'It is too long to be drawn.',
    tooSlow: 'It takes too long to draw.',
    nothing: 'There is nothing to draw.',
  },
  formula: {
    formula: 'Formula',
    showFormula: 'Show formula',
    showSource: 'Show source',
    copy: 'Copy TeX',
    tooLong: 'This formula is too long to be set.',
    tooDeep: 'This formula is nested too deeply to be set.',
  },
  list: { done: 'Done', toDo: 'To do' },
  table: {
    table: 'Table',
    copy: 'Copy table',
    save: 'Save as CSV',
    more: (next: string, left: string) => `Show ${next} more of ${left} rows`,
  },
  /** What is read aloud in place of what cannot be read. */
  spoken: {
    note: (label: string) => `Footnote ${label}: `,
    done: 'Done: ',
    toDo: 'To do: ',
    formula: 'Formula',
    formulaInLine: 'formula',
    pictureInLine: 'picture',
    code: 'Code',
    lines: (count: number) => plural(count, '# line', '# lines'),
  },
};
