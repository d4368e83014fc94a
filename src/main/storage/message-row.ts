import type { AppErrorData } from '../../shared/errors';
import type { Message, Tokens } from '../../shared/model';
import type { Part } from '../../shared/parts';

/** The words of an answer in the table of growing texts. */
export const WORDS = -1;

/** While it streams, a message's words lie in pieces. */
export const textOf = `CASE status WHEN 'streaming' THEN coalesce(
  (SELECT group_concat(text, '' ORDER BY at) FROM growth WHERE message_id = message.id AND part = ${WORDS}), '')
  ELSE message.text END AS text`;

export const columns = `id, conversation_id AS conversationId, parent_id AS parentId, role, status, model, error, parts,
  response -> '$.usage' AS usage, compacted IS NOT NULL AS compacted, left_out AS leftOut, created_at AS createdAt, ${textOf}`;

/** As the database gives it: JSON is text, and what is true is 1. */
export type Row = Omit<Message, 'error' | 'parts' | 'tokens' | 'compacted' | 'leftOut'> & {
  readonly error: string | null;
  readonly parts: string | null;
  readonly usage: string | null;
  readonly compacted: 0 | 1;
  readonly leftOut: string | null;
};

/** The rest of a part's text that came after the part was last written whole. */
export interface Growth {
  readonly part: number;
  readonly at: number;
  readonly text: string;
}

export function toMessage(
  { error, parts, usage, compacted, leftOut, ...row }: Row,
  growth: readonly Growth[] = [],
): Message {
  return {
    ...row,
    parts: grown(read<Part[]>(parts) ?? [], growth),
    tokens: tokensOf(read<Usage>(usage)),
    compacted: compacted === 1,
    error: read<AppErrorData>(error),
    ...(leftOut !== null && { leftOut: read<string[]>(leftOut) ?? [] }),
  };
}

/** Parts with the text that came after they were last written whole. */
export function grown(parts: readonly Part[], growth: readonly Growth[]): readonly Part[] {
  if (growth.length === 0) return parts;
  return parts.map((part, index) =>
    'text' in part
      ? growth
          .filter((piece) => piece.part === index)
          .reduce((so, { at, text }) => ({ ...so, text: so.text.slice(0, at) + text }), part)
      : part,
  );
}

/** Both APIs count, in different words; other servers may leave any of it out. */
type Usage = Partial<
  Record<'input_tokens' | 'output_tokens' | 'prompt_tokens' | 'completion_tokens', number | null>
>;

export function tokensOf(usage: Usage | null | undefined): Tokens | null {
  const input = usage?.input_tokens ?? usage?.prompt_tokens;
  const output = usage?.output_tokens ?? usage?.completion_tokens;
  return typeof input === 'number' && typeof output === 'number' ? { input, output } : null;
}

// A caller names what it stored: only it knows the column.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function read<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}

/** Nothing is stored as nothing. */
export function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
