import { blocksFrom } from './blocks';
import type { Cited } from './marks';
import { parserFor } from './parser';
import type { Block } from './tree';

export interface ParseOptions {
  /** `$…$` is a formula where it can be one. */
  readonly dollarMaths?: boolean;
  /** What the marks of sources in the text stand for. */
  readonly sources?: readonly Cited[];
}

/** What a text has defined so far, for what follows. */
export interface Definitions {
  readonly references: Record<string, Reference>;
  readonly notes: Set<string>;
}

interface Reference {
  title: string;
  href: string;
}

export const noDefinitions = (): Definitions => ({
  references: Object.create(null) as Record<string, Reference>,
  notes: new Set(),
});

/** Reads Markdown. Nothing is lost: what cannot be shown as it is meant stands as it was written. */
export function parse(text: string, options: ParseOptions = {}): readonly Block[] {
  const known = noDefinitions();
  const tokens = parserFor(options.dollarMaths ?? true).parse(text, { ...known, growing: false });
  return blocksFrom(tokens, text, { notes: known.notes, sources: options.sources ?? [], growing: false });
}

/** Definitions to read something with that is not finished: what it defines is not kept. */
export const scratch = ({ references, notes }: Definitions): Definitions => ({
  references: Object.create(references) as Record<string, Reference>,
  notes: new Set(notes),
});
