/** The parts of an answer: code, tables, formulas, diagrams. */
export const markdown = {};
