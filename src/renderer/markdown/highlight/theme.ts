import type { ThemeRegistration } from 'shiki';

/** What a piece of code is, as far as its colour goes. Its place in the list is its number. */
export const kinds = [
  'plain',
  'keyword',
  'string',
  'function',
  'constant',
  'comment',
  'tag',
  'inserted',
  'deleted',
] as const;

const scopes: Record<(typeof kinds)[number], readonly string[]> = {
  plain: ['keyword.operator', 'storage.type.function.arrow'],
  comment: ['comment', 'punctuation.definition.comment', 'string.quoted.docstring'],
  keyword: [
    'keyword',
    'storage',
    'keyword.operator.new',
    'keyword.operator.expression',
    'keyword.operator.logical.python',
    'variable.language',
    'entity.other.attribute-name.pseudo-class',
  ],
  string: ['string', 'punctuation.definition.string', 'constant.character.escape', 'markup.inline.raw'],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'markup.heading'],
  constant: [
    'constant',
    'constant.numeric',
    'entity.name.type',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
    'entity.other.attribute-name',
    'support.type.property-name.json',
  ],
  tag: ['entity.name.tag', 'punctuation.definition.tag', 'entity.name.section'],
  inserted: ['markup.inserted'],
  deleted: ['markup.deleted'],
};

/** A theme whose colours are the numbers of the kinds; the page decides what they look like. */
export const theme: ThemeRegistration = {
  name: 'kinds',
  type: 'light',
  fg: colour('plain'),
  bg: '#ffffff',
  settings: [
    { settings: { foreground: colour('plain') } },
    ...Object.entries(scopes).map(([kind, scope]) => ({
      scope: [...scope],
      settings: { foreground: colour(kind) },
    })),
  ],
};

function colour(kind: string): string {
  return `#0000${kinds
    .findIndex((known) => known === kind)
    .toString(16)
    .padStart(2, '0')}`;
}

/** The kind that a colour of the theme stands for. */
export const kindOf = (foreground: string | undefined): number =>
  foreground === undefined ? 0 : Number.parseInt(foreground.slice(-2), 16) || 0;
