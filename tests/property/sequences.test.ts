/**
 * Whatever is done to a conversation, in whatever order: what is on the screen, in the state classes and on disk is
 * what a simple model of the tree says.
 */
import { flushSync, mount, unmount } from 'svelte';
import { expect, inject, test, vi } from 'vitest';
import type { Message } from '../../src/shared/model';
import type { Chat } from '../../src/renderer/state/chat.svelte';
import { randomFrom } from '../core/random';
// The window loads it when it is first needed, which here takes longer than a test waits.
import '../../src/renderer/views/StagedChats.svelte';
import Harness from './Harness.svelte';
import { connect, type Remote } from './remote';
import { TreeModel, type Node } from './tree-model';
import { WindowState } from './window-state.svelte';

const SEQUENCES = 600;
const STEPS = 8;
const MODEL = 'gpt-6.2-sol';

class World {
  readonly #remote: Remote;
  readonly model = new TreeModel();
  #state: WindowState;
  #view: object | null = null;
  readonly #place = document.body.appendChild(document.createElement('div'));

  constructor(remote: Remote) {
    this.#remote = remote;
    this.#state = new WindowState(remote.bridge);
  }

  get chat(): Chat {
    return this.#state.navigation.chat;
  }

  async open(conversationId: string | null): Promise<void> {
    await this.#state.start();
    if (conversationId === null) this.#state.navigation.newChat();
    this.#view = mount(Harness, { target: this.#place, props: { state: this.#state } });
  }

  /** The window goes, and comes back to the same conversation. */
  async reload(): Promise<void> {
    const { conversationId } = this.chat;
    await this.#leave();
    this.#state = new WindowState(this.#remote.bridge);
    this.model.removed = null;
    await this.open(conversationId);
    expect(this.chat.conversationId).toBe(conversationId);
  }

  async restart(): Promise<void> {
    const { writing } = this.model;
    if (writing) writing.status = 'interrupted';
    await this.#remote.restart();
    await this.reload();
  }

  async close(): Promise<void> {
    await this.#leave();
    this.#place.remove();
  }

  /** The message that the window has for a node: both count in the order of writing. */
  message(node: Node): Message {
    const live = this.model.live.indexOf(node);
    const message = this.chat.messages[live];
    if (!message) throw new Error(`The window lacks message ${node.number}.`);
    return message;
  }

  /** What is shown and what is known, once all has arrived that is to come. */
  async settles(): Promise<void> {
    const { model } = this;
    await vi.waitFor(() => expect(drawn(this.#known())).toBe(model.drawn()), { interval: 4, timeout: 5_000 });
    flushSync();
    expect(this.chat.path.map(textIn(this.chat))).toEqual(model.path.map(({ text }) => text));
    // What is not in sight is drawn a frame later, and Markdown leaves out the blanks around words.
    const shown = () => [...this.#place.querySelectorAll('article')].map(wordsIn);
    const words = model.path.map(({ text }) => text.trim());
    await vi.waitFor(() => expect(shown()).toEqual(words), { interval: 4, timeout: 5_000 });
    const versions = [...this.#place.querySelectorAll('[id^="versions-"] > span:not(.others)')];
    expect(versions.map(({ textContent }) => textContent)).toEqual(
      model.path
        .map((node) => model.siblings(node))
        .flatMap((siblings, index) => {
          const place = siblings.indexOf(model.path[index] as Node) + 1;
          const streaming = model.path[index]?.status === 'streaming';
          return siblings.length > 1 && !streaming ? [`${place}/${siblings.length}`] : [];
        }),
    );
  }

  /** What main has, read anew. */
  async stored(): Promise<{ tree: string; leaf: string | undefined }> {
    const { messages, leafId } = await this.#state.api.call('conversations.open', {
      id: this.chat.conversationId,
      whole: true,
    });
    return { tree: drawn(messages), leaf: messages.find(({ id }) => id === leafId)?.text };
  }

  async #leave(): Promise<void> {
    if (this.#view) await unmount(this.#view);
    this.#view = null;
    this.#state.close();
  }

  #known(): readonly Message[] {
    const { draft, messages } = this.chat;
    return messages.map((message) => (message.id === draft?.id ? draft : message));
  }
}

const wordsIn = (article: Element) =>
  [...article.querySelectorAll('.bubble, .markdown')]
    .map(({ textContent }) => textContent)
    .join('')
    .trim();

const textIn = (chat: Chat) => (message: Message) =>
  message.id === chat.draft?.id ? chat.draft.text : message.text;

function drawn(messages: readonly Message[], parentId: string | null = null): string {
  return messages
    .filter((message) => message.parentId === parentId)
    .map((message) => `${message.role}:${message.text}:${message.status}[${drawn(messages, message.id)}]`)
    .join('');
}

type Pick = <T>(from: readonly T[]) => T | undefined;

/** What can be done, each with its own conditions; false where there is nothing to do it to. */
const steps: Record<string, (world: World, pick: Pick) => Promise<boolean> | boolean> = {
  send: ({ chat, model }, pick) => {
    if (model.writing) return false;
    const slow = pick([true, false, false]) === true;
    const text = `Question ${model.nodes.length}${slow ? ' slowly' : ''}`;
    model.ask(model.path.findLast(({ role }) => role === 'assistant') ?? null, text, slow);
    void chat.send(text, MODEL);
    return true;
  },
  stop: ({ chat, model }) => {
    if (!model.writing) return false;
    model.writing.status = 'stopped';
    void chat.stop();
    return true;
  },
  continue: (world) => {
    const { chat, model } = world;
    const { leaf } = model;
    if (model.writing || !leaf || !['stopped', 'interrupted'].includes(leaf.status)) return false;
    const { id } = world.message(leaf);
    leaf.text += 'and on.';
    leaf.status = 'done';
    void chat.continue(id);
    return true;
  },
  edit: (world, pick) => {
    const { chat, model } = world;
    const question = pick(model.path.filter(({ role }) => role === 'user'));
    if (model.writing || !question) return false;
    const text = `Question ${model.nodes.length} in other words`;
    chat.typed.edit = { questionId: world.message(question).id, text };
    model.ask(question.parent, text, false);
    void chat.edit(MODEL);
    return true;
  },
  regenerate: (world, pick) => {
    const { chat, model } = world;
    const question = pick(model.path.filter(({ role }) => role === 'user'));
    if (model.writing || !question) return false;
    const { id } = world.message(question);
    model.again(question, question.text.includes('slowly'));
    void chat.again(id, MODEL);
    return true;
  },
  switch: async (world, pick) => {
    const { chat, model } = world;
    const node = pick(model.path.filter((other) => model.siblings(other).length > 1));
    const other = node && pick(model.siblings(node).filter((sibling) => sibling !== node));
    if (!other) return false;
    const { id } = world.message(other);
    model.show(other);
    await chat.show(id);
    return true;
  },
  delete: async (world, pick) => {
    const { chat, model } = world;
    const node = pick(model.path);
    if (!node) return false;
    const message = world.message(node);
    model.remove(node);
    await chat.remove(message);
    return true;
  },
  undo: async ({ chat, model }) => {
    if (!model.removed) return false;
    model.undo();
    await chat.restore();
    return true;
  },
  reload: async (world) => (await world.reload(), true),
  restart: async (world) => (await world.restart(), true),
};
const names = Object.keys(steps);

/** Does what the seed says. Rejects with the seed and the steps, so that it can be seen again. */
async function run(remote: Remote, seed: number): Promise<void> {
  const random = randomFrom(seed * 7919 + 1);
  const pick: Pick = (from) => from[Math.floor(random() * from.length)];
  const done: string[] = [];
  const world = new World(remote);
  try {
    await world.open(null);
    for (let tries = 0; done.length < STEPS && tries < 10 * STEPS; tries++) {
      const name = done.length === 0 ? 'send' : (pick(names) ?? '');
      if (!(await steps[name]?.(world, pick))) continue;
      done.push(name);
      await world.settles();
    }
    if (world.model.writing) await steps['stop']?.(world, pick);
    await world.settles();
    await world.restart();
    await world.settles();
    expect(await world.stored()).toEqual({ tree: world.model.drawn(), leaf: world.model.leaf?.text });
  } catch (thrown) {
    throw new Error(`Seed ${seed}: ${done.join(', ')}`, { cause: thrown });
  } finally {
    await world.close();
  }
}

test(
  `${SEQUENCES} random sequences end as the model of the tree says, on the screen, in the window and on disk`,
  { timeout: 1_200_000 },
  async () => {
    const remote = await connect(inject('bridge'));
    for (let seed = 1; seed <= SEQUENCES; seed++) await run(remote, seed);
    remote.close();
  },
);
