import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Part } from '../../shared/parts';
import type { AnswerEvent } from './chat-model';
import { completed, neverEnding, options, output, rayleigh, response, setUp, text, turn } from './test-world';

test('the question is on disk before the answer begins', () => {
  const { turns, stored } = setUp(neverEnding);
  turns.start(turn);
  expect(stored()).toEqual([
    ['user', turn.text, 'done'],
    ['assistant', '', 'streaming'],
  ]);
});

test('what was typed is a draft until it is a question on disk, and what else was typed stays one', () => {
  const { turns, events, library } = setUp(neverEnding);
  const draft = { conversationId: turn.conversationId, place: 'box', text: turn.text };
  library.drafts.keep(draft);
  const next = { ...draft, place: 'queue', text: 'And red?' };
  library.drafts.keep(next);
  const place = 'box' as const;
  expect(() => turns.start({ ...turn, place, parentId: turn.answerId })).toThrow('no such message');
  expect(library.drafts.all()).toEqual([draft, next]);
  turns.start({ ...turn, place });
  expect(library.drafts.all()).toEqual([next]);
  const changed = { name: 'draft.changed', draft: { ...draft, text: '' } };
  expect(events.filter(({ name }) => name === 'draft.changed')).toEqual([changed]);
});

test('what another window typed in the meantime is not what was sent, and stays', () => {
  const { turns, events, library } = setUp(neverEnding);
  const others = { conversationId: turn.conversationId, place: 'box' as const, text: 'Something else' };
  library.drafts.keep(others);
  turns.start({ ...turn, place: 'box' });
  expect(library.drafts.all()).toEqual([others]);
  expect(events.some(({ name }) => name === 'draft.changed')).toBe(false);
});

test('a burst of tokens is one delta, and the whole answer is stored with its items', async () => {
  const { turns, events, stored, library, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  expect(events.map((e) => e.name)).toEqual([
    'conversation.changed',
    'turn.started',
    'money.spent',
    'turn.delta',
    'turn.ended',
  ]);
  expect(stored()[1]).toEqual(['assistant', 'Rayleigh', 'done']);
  expect(library.messages.pathTo(turn.answerId)[1]?.output).toEqual(output);
});

test('what the window is shown is already on disk', async () => {
  const { turns, events, library } = setUp(neverEnding);
  const seen: string[] = [];
  events.push = (...arrived) => {
    for (const event of arrived) {
      if (event.name === 'turn.delta') seen.push(library.messages.find(event.answerId)?.text ?? '');
    }
    return 0;
  };
  turns.start(turn);
  await vi.waitFor(() => expect(seen).toEqual(['Ray']));
});

test('stopping keeps what had arrived and aborts the request', async () => {
  let aborted = false;
  const { turns, stored, heard } = setUp(async function* (_, signal) {
    signal.addEventListener('abort', () => (aborted = true));
    yield* neverEnding();
  });
  turns.start(turn);
  await heard('turn.delta');
  turns.stop(turn.answerId);
  expect(stored()[1]).toEqual(['assistant', 'Ray', 'stopped']);
  expect(aborted).toBe(true);
});

test('a failure keeps the partial answer, with the error beside it', async () => {
  const { turns, stored, library, heard } = setUp(async function* () {
    yield text('Ray');
    throw new AppError('RATE_LIMITED', 'Too many requests.', { details: { retryAfterMs: 20_000 } });
  });
  turns.start(turn);
  await heard('turn.ended');
  expect(stored()[1]).toEqual(['assistant', 'Ray', 'failed']);
  expect(library.messages.find(turn.answerId)?.error).toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterMs: 20_000 },
  });
});

test('a mistake of ours keeps the text, is shown as one and is reported', async () => {
  const { turns, events, reported, heard } = setUp(async function* () {
    yield text('Ray');
    throw new TypeError('Cannot read properties of undefined');
  });
  turns.start(turn);
  await heard('turn.ended');
  expect(events.at(-1)).toMatchObject({
    answer: { text: 'Ray', status: 'failed', error: { code: 'INTERNAL' } },
  });
  expect(reported).toEqual(['a turn']);
});

test('the next turn sends the whole history of its branch, and only that', async () => {
  const { turns, asked, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  const other = '018f0000-0000-7000-8000-0000000000aa';
  turns.again({ ...turn, answerId: other });
  await heard('turn.ended', 2);
  turns.start({
    ...turn,
    parentId: turn.answerId,
    questionId: crypto.randomUUID(),
    answerId: crypto.randomUUID(),
    text: 'And red?',
  });
  await heard('turn.ended', 3);
  expect(asked.map(({ history }) => history.map((m) => m.text))).toEqual([
    ['Why is the sky blue?'],
    ['Why is the sky blue?'],
    ['Why is the sky blue?', 'Rayleigh', 'And red?'],
  ]);
});

test('asking again keeps the earlier answer beside the new one and shows the new one', async () => {
  const { turns, branches, stored, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  const answerId = crypto.randomUUID();
  turns.again({ ...turn, answerId });
  await heard('turn.ended', 2);
  expect(stored()).toHaveLength(3);
  expect(turns.transcript(turn.conversationId).leafId).toBe(answerId);
  branches.show({ id: turn.conversationId, leafId: turn.answerId });
  expect(turns.transcript(turn.conversationId).leafId).toBe(turn.answerId);
});

test('a conversation answers one question at a time, and the refused one leaves no trace', () => {
  const { turns, stored } = setUp(neverEnding);
  turns.start(turn);
  const second = { ...turn, questionId: crypto.randomUUID(), answerId: crypto.randomUUID() };
  expect(() => turns.start(second)).toThrow('still being written');
  expect(stored()).toHaveLength(2);
});

test('a message of another conversation cannot be followed', () => {
  const { turns } = setUp(neverEnding);
  turns.start(turn);
  const elsewhere = {
    ...turn,
    conversationId: crypto.randomUUID(),
    parentId: turn.questionId,
    questionId: crypto.randomUUID(),
  };
  expect(() => turns.start(elsewhere)).toThrow('no such message');
});

test('quitting ends a running turn as interrupted, with every word', async () => {
  const { turns, stored, heard } = setUp(neverEnding);
  turns.start(turn);
  await heard('turn.delta');
  turns.close();
  expect(stored()[1]).toEqual(['assistant', 'Ray', 'interrupted']);
});

test('a disk that refuses is told, the answer goes on, and all of it is on disk when it takes it again', async () => {
  vi.useFakeTimers();
  const { turns, events, library, stored } = setUp(rayleigh);
  const append = library.messages.append.bind(library.messages);
  const end = library.messages.end.bind(library.messages);
  const refuse = () => {
    throw new AppError('DISK_FAILED', 'The disk refused.');
  };
  turns.start(turn);
  library.messages.append = library.messages.end = refuse;
  await vi.advanceTimersByTimeAsync(100);
  expect(events.map((e) => e.name)).toEqual([
    'conversation.changed',
    'turn.started',
    'money.spent',
    'disk.changed',
    'turn.delta',
    'turn.ended',
  ]);
  const shown = { text: 'Rayleigh', status: 'done' };
  expect(events.at(-1)).toMatchObject({ answer: shown });
  expect(turns.transcript(turn.conversationId).messages[1]).toMatchObject(shown);
  Object.assign(library.messages, { append, end });
  await vi.advanceTimersByTimeAsync(5000);
  expect(events.at(-1)).toEqual({ name: 'disk.changed', trouble: null });
  expect(stored()[1]).toEqual(['assistant', 'Rayleigh', 'done']);
  vi.useRealTimers();
});

test('a question in a deleted conversation takes it out of the trash', async () => {
  const { turns, library, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  library.conversations.arrange([turn.conversationId], { deletedAt: 2 });
  turns.again({ ...turn, answerId: crypto.randomUUID() });
  expect(library.conversations.list().map(({ id }) => id)).toEqual([turn.conversationId]);
});

const thought = (words: string, ms: number | null = null): Part => ({
  kind: 'reasoning',
  at: 0,
  text: words,
  ms,
});
const part = (index: number, what: Part): AnswerEvent => ({ type: 'part', index, part: what });

test('thoughts and words are on disk as they are shown, each at its place', async () => {
  const { turns, events, library, heard } = setUp(async function* () {
    yield part(0, thought(''));
    yield { type: 'part-text', index: 0, text: 'Light' };
    yield { type: 'part-text', index: 0, text: ' is scattered.' };
    yield part(0, thought('Light is scattered.', 4000));
    yield text('Rayleigh');
    yield completed;
  });
  turns.start(turn);
  await heard('turn.ended');
  const parts = [thought('Light is scattered.', 4000)];
  expect(events.at(-1)).toMatchObject({
    answer: { text: 'Rayleigh', parts, tokens: { input: 7, output: 2 } },
  });
  expect(library.messages.find(turn.answerId)).toEqual(
    events.at(-1)?.name === 'turn.ended' && (events.at(-1) as { answer: unknown }).answer,
  );
  expect(events.map((e) => e.name)).toEqual([
    'conversation.changed',
    'turn.started',
    'turn.part',
    'turn.delta',
    'turn.part',
    'money.spent',
    'turn.delta',
    'turn.ended',
  ]);
});

test('an answer that the server cut keeps its items, its count and the reason', async () => {
  const error = new AppError('OUTPUT_LIMIT', 'The answer is incomplete.');
  const { turns, library, heard } = setUp(async function* () {
    yield text('Ray');
    yield { type: 'incomplete', error, output, response };
  });
  turns.start(turn);
  await heard('turn.ended');
  expect(library.messages.find(turn.answerId)).toMatchObject({
    ...{ text: 'Ray', status: 'failed', tokens: { input: 7, output: 2 } },
    error: { code: 'OUTPUT_LIMIT' },
  });
  expect(library.messages.pathTo(turn.answerId)[1]?.output).toEqual(output);
});

test('an answer that was stopped goes on from its last word, in its own place', async () => {
  let answers = 0;
  const { turns, asked, events, stored, heard } = setUp(async function* () {
    answers += 1;
    if (answers === 1) yield* neverEnding();
    yield part(0, thought('Go on.', 1));
    yield text('leigh');
    yield completed;
  });
  turns.start(turn);
  await heard('turn.delta');
  turns.stop(turn.answerId);
  turns.continue(turn);
  await heard('turn.ended', 2);
  expect(stored()).toEqual([
    ['user', turn.text, 'done'],
    ['assistant', 'Rayleigh', 'done'],
  ]);
  expect(asked[1]?.history.map((m) => m.text)).toEqual([turn.text, 'Ray']);
  expect(events.at(-1)).toMatchObject({ answer: { parts: [{ ...thought('Go on.', 1), at: 3 }] } });
});

test('an answer that is whole does not go on', async () => {
  const { turns, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  expect(() => turns.continue(turn)).toThrow('ended too soon');
});

test('a failure before the first word is tried again, visibly, and the answer is whole', async () => {
  let tries = 0;
  const { turns, asked, events, heard } = setUp(async function* () {
    tries += 1;
    if (tries < 3) throw new AppError('OVERLOADED', 'Busy.', { details: { retryAfterMs: 0 } });
    yield* rayleigh();
  });
  turns.start(turn);
  await heard('turn.ended');
  expect(asked).toHaveLength(3);
  const waiting = events.filter((e) => e.name === 'turn.waiting').map((e) => e.waiting?.attempt ?? null);
  expect(waiting).toEqual([2, null, 3, null]);
  expect(events.at(-1)).toMatchObject({ answer: { text: 'Rayleigh', status: 'done' } });
});

test('once a word, a thought or a step has arrived, nothing is asked twice', async () => {
  for (const first of [text('Ray'), part(0, thought('Hm'))]) {
    const { turns, asked, heard } = setUp(async function* () {
      yield first;
      throw new AppError('OVERLOADED', 'Busy.');
    });
    turns.start(turn);
    await heard('turn.ended');
    expect(asked).toHaveLength(1);
  }
});

/** Asks to wait for a minute, then answers. */
function busyOnce() {
  let tries = 0;
  return async function* () {
    tries += 1;
    if (tries === 1) throw new AppError('RATE_LIMITED', 'Busy.', { details: { retryAfterMs: 60_000 } });
    yield* rayleigh();
  };
}

test('who does not want to wait has it tried at once', async () => {
  const { turns, events, heard } = setUp(busyOnce());
  turns.start(turn);
  await heard('turn.waiting');
  expect(turns.transcript(turn.conversationId).waiting).toMatchObject({ waitMs: 60_000, attempt: 2 });
  turns.tryNow(turn.answerId);
  await heard('turn.ended');
  expect(events.at(-1)).toMatchObject({ answer: { text: 'Rayleigh', status: 'done' } });
});

test('who cancels the wait is told why it waited', async () => {
  const { turns, asked, stored, library, heard } = setUp(busyOnce());
  turns.start(turn);
  await heard('turn.waiting');
  turns.stop(turn.answerId);
  expect(stored()[1]).toEqual(['assistant', '', 'failed']);
  expect(library.messages.find(turn.answerId)?.error).toMatchObject({ code: 'RATE_LIMITED' });
  expect(asked).toHaveLength(1);
});

test('without a network it waits for one, and goes on when it is back', async () => {
  let online = false;
  const answer = async function* () {
    if (!online) throw new AppError('HOST_NOT_FOUND', 'No such host.');
    yield* rayleigh();
  };
  const { turns, events, heard } = setUp(answer, { online: () => online });
  turns.start(turn);
  await heard('turn.waiting');
  expect(turns.transcript(turn.conversationId).waiting?.waitMs).toBeNull();
  online = true;
  turns.online();
  await heard('turn.ended');
  expect(events.at(-1)).toMatchObject({ answer: { text: 'Rayleigh', status: 'done' } });
});

test('a parameter that the model refuses is left out, once and for all, and said', async () => {
  const refusing = async function* ({ effort, without }: { effort: unknown; without: readonly string[] }) {
    if (effort !== null && !without.includes('reasoning.effort')) {
      throw new AppError('BAD_REQUEST', 'Unsupported.', { details: { parameter: 'reasoning.effort' } });
    }
    yield* rayleigh();
  };
  const { turns, asked, library, heard } = setUp(refusing);
  turns.start({ ...turn, options: { ...options, effort: 'low' } });
  await heard('turn.ended');
  expect(library.messages.find(turn.answerId)?.parts).toEqual([
    { kind: 'left-out', at: 0, parameter: 'reasoning.effort' },
  ]);
  const answerId = crypto.randomUUID();
  turns.again({ ...turn, answerId, options: { ...options, effort: 'low' } });
  await heard('turn.ended', 2);
  expect(asked).toHaveLength(3);
  expect(library.messages.find(answerId)?.parts).toEqual([]);
});

test('a parameter that the request cannot do without is told, not dropped', async () => {
  const { turns, asked, heard } = setUp(async function* () {
    yield* [];
    throw new AppError('BAD_REQUEST', 'Unsupported.', { details: { parameter: 'temperature' } });
  });
  turns.start(turn);
  await heard('turn.ended');
  expect(asked).toHaveLength(1);
});

test('a conversation remembers how it asks, and its own instructions come before the usual ones', async () => {
  const { turns, asked, heard } = setUp(rayleigh, { settings: { instructions: 'Be kind.' } });
  turns.start(turn);
  await heard('turn.ended');
  const own = { ...options, instructions: 'Be brief.', verbosity: 'low' as const };
  turns.again({ ...turn, answerId: crypto.randomUUID(), options: own });
  await heard('turn.ended', 2);
  expect(asked.map(({ instructions, verbosity }) => [instructions, verbosity])).toEqual([
    ['Be kind.', null],
    ['Be brief.', 'low'],
  ]);
  expect(turns.transcript(turn.conversationId).options).toEqual({ ...own, accountId: 'acc' });
});
