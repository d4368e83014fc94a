/** For tests: a library of whatever may stand in one, the same for the same seed. */
import { callKinds, outcomes, type Receipt } from '../../../shared/money';
import type { Part } from '../../../shared/parts';
import { type Library, openLibrary } from '../../storage/open-library';
import { json } from '../../storage/message-row';

const texts = [
  ...[
    '',
    ' ',
    'Why?',
    '漢字かな 한글',
    'قَالَ',
    '👩‍👩‍👧 e\u0301',
    '"\\/\b\f\n\r\t',
    '\u2028\u2029\u0000x',
    '</script>',
    '<!--',
  ],
  ...['```js\n`a`\n```', '$x^2$', ']}],"conversations":[', '{"id":1}', 'a'.repeat(5000), '\uFEFFmark'],
];
const numbers = [0, 1, -1, 0.1, 1e21, 5e-324, 9007199254740991, -0.5];

export class RandomLibrary {
  readonly library: Library = openLibrary(':memory:');
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
    const folders = this.#some(3, () => this.#folder());
    this.#some(6, () => this.#chat(folders));
  }

  #pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T; // no list here is empty
  }

  #some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: Math.floor(this.#random() * (most + 1)) }, make);
  }

  #maybe<T>(make: () => T): T | null {
    return this.#random() < 0.5 ? make() : null;
  }

  #text = () => this.#pick(texts) + this.#pick(texts);
  #time = () => 1_700_000_000_000 + Math.floor(this.#random() * 1e10);
  #id(): string {
    const digits = Array.from({ length: 32 }, () => Math.floor(this.#random() * 16).toString(16)).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5').slice(0, 36);
  }

  /** Whatever a server may send. */
  #value(depth = 0): unknown {
    const simple = () => this.#pick<unknown>([this.#text(), this.#pick(numbers), true, null]);
    if (depth > 2 || this.#random() < 0.5) return simple();
    const inside = this.#some(3, () => this.#value(depth + 1));
    if (this.#random() < 0.5) return inside;
    return Object.fromEntries(
      inside.map((value, index) => [this.#pick(['type', '2', 'Z', `k${index}`]), value]),
    );
  }

  #folder(): string {
    const id = this.#id();
    this.library.db.run(
      `INSERT INTO folder (id, name, colour, position, model, instructions, created_at, deleted_at)
       VALUES (:id, :name, :colour, :position, :model, :instructions, :createdAt, :deletedAt)`,
      {
        ...{ id, name: `f${this.#text()}`, colour: this.#maybe(() => this.#pick(['blue', 'red'])) },
        position: Math.floor(this.#random() * 3),
        ...{ model: this.#maybe(() => 'gpt-6-luna'), instructions: this.#maybe(this.#text) },
        ...{ createdAt: this.#time(), deletedAt: this.#random() < 0.2 ? 1 : null },
      },
    );
    return id;
  }

  #chat(folders: readonly string[]): void {
    const id = this.#id();
    const { db } = this.library;
    db.run(
      `INSERT INTO conversation (id, title, titled_by, created_at, updated_at, pinned_at, archived_at, folder_id,
         instructions, effort, verbosity, deleted_at)
       VALUES (:id, :title, :titledBy, :createdAt, :updatedAt, :pinnedAt, :archivedAt, :folderId,
         :instructions, :effort, :verbosity, :deletedAt)`,
      {
        ...{ id, title: this.#text(), titledBy: this.#pick(['question', 'model', 'user']) },
        ...{ createdAt: this.#time(), updatedAt: this.#time() },
        ...{ pinnedAt: this.#maybe(this.#time), archivedAt: this.#maybe(this.#time) },
        folderId: folders.length > 0 ? this.#maybe(() => this.#pick(folders)) : null,
        instructions: this.#maybe(this.#text),
        effort: this.#maybe(() => this.#pick(['low', 'max'])),
        verbosity: this.#maybe(() => this.#pick(['low', 'high'])),
        deletedAt: this.#random() < 0.15 ? 1 : null,
      },
    );
    const messages: { id: string; role: 'user' | 'assistant' }[] = [];
    this.#some(12, () => messages.push(this.#message(id, messages)));
    const live = this.library.messages.of(id);
    if (live.length > 0) this.library.conversations.setLeaf(id, this.#pick(live).id);
    this.#some(4, () => this.#receipt(id, messages));
  }

  #message(conversationId: string, earlier: readonly { id: string; role: 'user' | 'assistant' }[]) {
    const parent = earlier.length > 0 && this.#random() < 0.95 ? this.#pick(earlier) : null;
    const role = parent?.role === 'user' ? ('assistant' as const) : ('user' as const);
    const id = this.#id();
    const answer = <T>(make: () => T) => (role === 'assistant' ? this.#maybe(make) : null);
    this.library.db.run(
      `INSERT INTO message (id, conversation_id, parent_id, role, text, status, model, output, response, error,
         created_at, parts, compacted, deleted_at, left_out)
       VALUES (:id, :conversationId, :parentId, :role, :text, :status, :model, :output, :response, :error,
         :createdAt, :parts, :compacted, :deletedAt, :leftOut)`,
      {
        ...{ id, conversationId, parentId: parent?.id ?? null, role, text: this.#text() },
        status: role === 'user' ? 'done' : this.#pick(['done', 'stopped', 'interrupted', 'failed']),
        model: answer(() => 'gpt-6.2-sol'),
        output: json(answer(() => this.#some(3, () => this.#value()))),
        response: json(answer(() => ({ id: 'resp', usage: this.#value() }))),
        error: json(
          answer(() => ({ code: 'STALLED', message: this.#text(), details: { host: 'a.example' } })),
        ),
        createdAt: this.#time(),
        parts: json(answer(() => [this.#part(), ...this.#some(3, () => this.#part())])),
        compacted: json(answer(() => [this.#value()])),
        deletedAt: this.#random() < 0.1 ? 1 : null,
        leftOut: json(
          role === 'user'
            ? this.#maybe(() => ['instructions', ...earlier.slice(0, 2).map((m) => m.id)])
            : null,
        ),
      },
    );
    return { id, role };
  }

  #part(): Part {
    const at = Math.floor(this.#random() * 9);
    const source = { title: this.#text(), url: this.#maybe(() => 'https://a.example/?q="<b>"') };
    return this.#pick<Part>([
      { kind: 'reasoning', at, text: this.#text(), ms: this.#maybe(() => 4000) },
      {
        kind: 'step',
        at,
        tool: 'code',
        name: this.#maybe(this.#text),
        text: this.#text(),
        state: 'done',
        sources: [source],
      },
      { kind: 'citation', at, source },
      { kind: 'image', at, data: 'data:image/png;base64,iVBORw0KGgo=', done: true },
      { kind: 'refusal', at },
      { kind: 'left-out', at, parameter: 'text.verbosity' },
    ]);
  }

  #receipt(conversationId: string, messages: readonly { id: string }[]): void {
    const count = () => Math.floor(this.#random() * 1e6);
    const receipt: Receipt = {
      ...{ id: this.#id(), at: this.#time(), kind: this.#pick(callKinds), outcome: this.#pick(outcomes) },
      ...{
        conversationId,
        messageId: messages.length > 0 ? this.#maybe(() => this.#pick(messages).id) : null,
      },
      ...{ accountId: this.#id(), accountName: this.#text(), asked: 'gpt-6.2-sol', model: 'gpt-6.2-sol' },
      ...{ tier: this.#maybe(() => 'flex'), tools: this.#random() < 0.5 ? {} : { web_search: 2 } },
      usage: { input: count(), cached: count(), cacheWritten: count(), output: count(), reasoning: count() },
      ...{
        toolMicros: count(),
        micros: this.#maybe(count),
        prices: '2026-11-22',
        estimated: this.#random() < 0.5,
      },
    };
    this.library.receipts.add(receipt);
  }
}
