import type { Role } from '../../../shared/model';
import { fold } from '../../../shared/fold';

/** Something that a text has to have. All of it is folded. */
export interface Term {
  readonly text: string;
  /** Given in quotation marks: its words stand side by side. */
  readonly phrase: boolean;
  /** It may be the beginning of a word that is still being typed. */
  readonly open: boolean;
}

interface Filters {
  readonly role: Role | null;
  /** Parts of models' names, folded. */
  readonly models: readonly string[];
  /** Folders' names, folded. */
  readonly folders: readonly string[];
  readonly code: boolean;
  readonly file: boolean;
  /** Epoch milliseconds: from this one on. */
  readonly after: number | null;
  /** Epoch milliseconds: before this one. */
  readonly before: number | null;
}

/** What someone looks for. */
export interface Query extends Filters {
  readonly terms: readonly Term[];
  /** What a text must not have. */
  readonly without: readonly Term[];
}

/** More words than these tell nothing more. */
const MOST = 24;
const LONGEST_TERM = 200;

/** A minus, a filter's name, and a word or a phrase, which a missing mark ends at the end. */
const PIECE = /(-?)(?:(from|model|in|has|before|after):)?(?:"([^"]*)("?)|([^\s"]+))/giu;

/** A filter whose value is still being typed. */
const UNFINISHED = /^-?(?:from|model|in|has|before|after):$/iu;

/** Reads what was typed. Everything is a query: what is no filter is a word. */
export function parseQuery(typed: string): Query {
  const text = typed.replaceAll('\0', ' ').replace(/[“”„«»]/gu, '"');
  const query = {
    ...{ role: null as Role | null, models: [] as string[], folders: [] as string[] },
    ...{ code: false, file: false, after: null as number | null, before: null as number | null },
    ...{ terms: [] as Term[], without: [] as Term[] },
  };
  for (const piece of text.matchAll(PIECE)) {
    const [whole, minus, name, quoted, , plain] = piece;
    if (UNFINISHED.test(whole)) continue;
    const value = quoted ?? plain ?? '';
    const changes = minus === '' && name ? readFilter(name.toLowerCase(), value, query) : null;
    if (changes) Object.assign(query, changes);
    else {
      const ended = quoted !== undefined || piece.index + whole.length < text.length;
      const said = quoted === undefined ? whole.slice(minus?.length) : `${name ? `${name}:` : ''}${quoted}`;
      const term = {
        text: fold(said.slice(0, LONGEST_TERM)).trim(),
        phrase: quoted !== undefined,
        open: !ended,
      };
      if (term.text !== '') (minus === '-' ? query.without : query.terms).push(term);
    }
  }
  return { ...query, terms: query.terms.slice(0, MOST), without: query.without.slice(0, MOST) };
}

/** It asks for nothing at all. */
export function isEmpty({ terms, without, ...filters }: Query): boolean {
  return terms.length === 0 && without.length === 0 && !anyFilter(filters);
}

function anyFilter(filters: Filters): boolean {
  const { role, models, folders, code, file, after, before } = filters;
  return (
    role !== null || code || file || after !== null || before !== null || [...models, ...folders].length > 0
  );
}

/** Null where this is no filter, but words that look like one. */
function readFilter(name: string, value: string, so: Filters): Partial<Filters> | null {
  const word = fold(value).trim();
  if (word === '') return {}; // still being typed
  if (name === 'model') return { models: [...so.models, word] };
  if (name === 'in') return { folders: [...so.folders, word] };
  if (name === 'from') {
    const roles: Record<string, Role> = {
      me: 'user',
      user: 'user',
      assistant: 'assistant',
      model: 'assistant',
    };
    const role = roles[word];
    return role ? { role } : null;
  }
  if (name === 'has') return word === 'code' ? { code: true } : word === 'file' ? { file: true } : null;
  const day = beginOf(word);
  if (day === null) return null;
  if (name === 'before') return { before: Math.min(day, so.before ?? Infinity) };
  return { after: Math.max(day, so.after ?? -Infinity) };
}

/** When a day begins by the user's clock; of a year or a month alone its first. */
function beginOf(word: string): number | null {
  const parts = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(word);
  if (!parts) return null;
  const [, year = '', month = '1', day = '1'] = parts;
  const begin = new Date(Number(year), Number(month) - 1, Number(day));
  return begin.getMonth() === Number(month) - 1 ? begin.getTime() : null;
}
