import type { Node } from '../../storage/export-store';

/** Messages that follow one another, by their numbers. */
export interface Passage {
  /** The message that the first of them follows; null for a first question. */
  readonly after: number | null;
  readonly seqs: readonly number[];
}

/**
 * A tree of messages as it is read: first the branch that is shown, then, in the order in which they were begun, what
 * else was asked or answered. Each message stands in one passage.
 */
export function passagesOf(nodes: readonly Node[], leafId: string | null): readonly Passage[] {
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const shown = shownPath(nodes, children, leafId);
  const seen = new Set(shown);
  const passages: Passage[] = [{ after: null, seqs: shown }];
  for (const node of nodes) {
    if (seen.has(node.seq)) continue;
    const seqs = downFrom(node, children);
    for (const seq of seqs) seen.add(seq);
    passages.push({ after: node.parent, seqs });
  }
  return passages;
}

type Children = ReadonlyMap<number | null, readonly Node[]>;

/** Where the end of the shown branch is not known, it is the newest. */
function shownPath(nodes: readonly Node[], children: Children, leafId: string | null): readonly number[] {
  const leaf = nodes.find(({ id }) => id === leafId);
  if (!leaf) {
    const root = children.get(null)?.at(-1);
    return root ? downFrom(root, children) : [];
  }
  const bySeq = new Map(nodes.map((node) => [node.seq, node]));
  const path: number[] = [];
  for (let node: Node | undefined = leaf; node; node = bySeq.get(node.parent ?? -1)) path.push(node.seq);
  return path.toReversed();
}

/** A message and the newest of what follows it. */
function downFrom(first: Node, children: Children): readonly number[] {
  const seqs: number[] = [];
  for (let node: Node | undefined = first; node; node = children.get(node.seq)?.at(-1)) seqs.push(node.seq);
  return seqs;
}
