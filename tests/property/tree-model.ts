/** A conversation as a child would draw it: what should be there, said in the simplest way. */
export interface Node {
  readonly number: number;
  readonly parent: Node | null;
  readonly role: 'user' | 'assistant';
  text: string;
  status: string;
  deleted: boolean;
}

export class TreeModel {
  readonly nodes: Node[] = [];
  leaf: Node | null = null;
  /** What Undo would bring back. */
  removed: Node | null = null;

  get live(): readonly Node[] {
    return this.nodes.filter((node) => ancestors(node).every(({ deleted }) => !deleted));
  }

  get path(): readonly Node[] {
    return this.leaf ? ancestors(this.leaf).toReversed() : [];
  }

  get writing(): Node | undefined {
    return this.live.find(({ status }) => status === 'streaming');
  }

  siblings(node: Node): readonly Node[] {
    return this.live.filter(({ parent }) => parent === node.parent);
  }

  ask(parent: Node | null, text: string, slow: boolean): void {
    this.#answer(this.#add(parent, 'user', text, 'done'), slow);
  }

  again(question: Node, slow: boolean): void {
    this.#answer(question, slow);
  }

  show(node: Node): void {
    this.leaf = this.#newestLeaf(node);
  }

  remove(node: Node): void {
    const { writing } = this;
    if (writing && ancestors(writing).includes(node)) writing.status = 'stopped';
    node.deleted = true;
    this.removed = node;
    if (this.leaf && this.live.includes(this.leaf)) return;
    const beside = this.siblings(node).at(-1);
    this.leaf = beside ? this.#newestLeaf(beside) : node.parent;
  }

  undo(): void {
    const node = this.removed;
    if (!node) return;
    node.deleted = false;
    this.removed = null;
    this.leaf = this.#newestLeaf(node);
  }

  /** The tree in one text, branch by branch. */
  drawn(parent: Node | null = null): string {
    return this.live
      .filter((node) => node.parent === parent)
      .map((node) => `${node.role}:${node.text}:${node.status}[${this.drawn(node)}]`)
      .join('');
  }

  #answer(question: Node, slow: boolean): void {
    this.leaf = slow
      ? this.#add(question, 'assistant', 'Half of it ', 'streaming')
      : this.#add(question, 'assistant', 'All of it.', 'done');
  }

  #add(parent: Node | null, role: Node['role'], text: string, status: string): Node {
    const node: Node = { number: this.nodes.length, parent, role, text, status, deleted: false };
    this.nodes.push(node);
    return node;
  }

  #newestLeaf(node: Node): Node {
    const child = this.live.findLast(({ parent }) => parent === node);
    return child ? this.#newestLeaf(child) : node;
  }
}

/** The node and all above it, nearest first. */
function ancestors(node: Node): readonly Node[] {
  return node.parent ? [node, ...ancestors(node.parent)] : [node];
}
