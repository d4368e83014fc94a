import type { Words } from '../language';
import { plural } from './plural';

export const markdown: Words['markdown'] = {
  working: 'Schreibt …',
  note: (label) => `Anmerkung ${label}`,
  source: (number, title) => `Quelle ${number}: ${title}`,
  picture: 'Bild',
  code: {
    code: 'Code',
    codeIn: (language) => `${language}-Code`,
    wrap: 'Zeilen umbrechen',
    save: 'Speichern unter …',
    less: 'Weniger anzeigen',
    all: (lines) => `Alle ${lines} Zeilen anzeigen`,
  },
  diagram: {
    diagram: 'Diagramm',
    copySource: 'Quelltext kopieren',
    showDiagram: 'Diagramm anzeigen',
    showSource: 'Quelltext anzeigen',
    source: 'Quelltext des Diagramms',
    problem: (why) => `Dieses Diagramm kann nicht gezeichnet werden. ${why}`,
    tooLong: 'Es ist zu lang dafür.',
    tooSlow: 'Es zu zeichnen dauert zu lange.',
    nothing: 'Es gibt nichts zu zeichnen.',
  },
  formula: {
    formula: 'Formel',
    showFormula: 'Formel anzeigen',
    showSource: 'Quelltext anzeigen',
    copy: 'TeX kopieren',
    tooLong: 'Diese Formel ist zu lang, um gesetzt zu werden.',
    tooDeep: 'Diese Formel ist zu tief verschachtelt, um gesetzt zu werden.',
  },
  list: { done: 'Erledigt', toDo: 'Zu erledigen' },
  table: {
    table: 'Tabelle',
    copy: 'Tabelle kopieren',
    save: 'Als CSV speichern',
    more: (next, left) => `${next} von ${left} weiteren Zeilen anzeigen`,
  },
  spoken: {
    note: (label) => `Fußnote ${label}: `,
    done: 'Erledigt: ',
    toDo: 'Zu erledigen: ',
    formula: 'Formel',
    formulaInLine: 'Formel',
    pictureInLine: 'Bild',
    code: 'Code',
    lines: (count) => plural(count, '# Zeile', '# Zeilen'),
  },
};
