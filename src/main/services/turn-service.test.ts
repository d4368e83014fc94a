import { expect, test, vi } from 'vitest';
import type { AppEvent } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { openLibrary } from '../storage/open-library';
import type { AnswerEvent, AnswerRequest, ChatModel } from './chat-model';
import { TurnService } from './turn-service';

const turn = {
  conversationId: '018f0000-0000-7000-8000-00000000000a',
  parentId: null,
  questionId: '018f0000-0000-7000-8000-00000000000b',
  answerId: '018f0000-0000-7000-8000-00000000000c',
  text: 'Why is the sky blue?',
  model: 'gpt-6.2-sol',
};
const output = [{ type: 'message', id: 'msg_1', role: 'assistant', content: [] }];
const text = (piece: string): AnswerEvent => ({ type: 'text', text: piece });
const completed: AnswerEvent = { type: 'completed', output, response: { id: 'resp_1' } };

/** A turn service on a real library in memory, with a model that says what the test says. */
function setUp(answer: ChatModel['answer']) {
  const events: AppEvent[] = [];
  const asked: AnswerRequest[] = [];
  const reported: string[] = [];
  const library = openLibrary(':memory:');
  const model: ChatModel = {
    answer: (request, signal) => {
      asked.push(request);
      return answer(request, signal);
    },
  };
  const turns = new TurnService({
    ...library,
    model,
    emit: (e) => events.push(e),
    report: (what) => reported.push(what),
    now: () => 1,
  });
  return {
    turns,
    events,
    asked,
    reported,
    library,
    stored: () => library.messages.of(turn.conversationId).map((m) => [m.role, m.text, m.status]),
    heard: (name: AppEvent['name'], times = 1) =>
      vi.waitFor(() => expect(events.filter((e) => e.name === name)).toHaveLength(times)),
  };
}

async function* neverEnding(): AsyncGenerator<AnswerEvent> {
  yield text('Ray');
  await new Promise(() => {});
}

async function* rayleigh(): AsyncGenerator<AnswerEvent> {
  yield text('Ray');
  yield text('leigh');
  yield completed;
}

test('the question is on disk before the answer begins', () => {
  const { turns, stored } = setUp(neverEnding);
  turns.start(turn);
  expect(stored()).toEqual([
    ['user', turn.text, 'done'],
    ['assistant', '', 'streaming'],
  ]);
});

test('what was typed is a draft until it is a question on disk', () => {
  const { turns, library } = setUp(neverEnding);
  const draft = { conversationId: turn.conversationId, text: turn.text };
  library.drafts.keep(draft);
  expect(() => turns.start({ ...turn, parentId: turn.answerId })).toThrow('no such message');
  expect(library.drafts.all()).toEqual([draft]);
  turns.start(turn);
  expect(library.drafts.all()).toEqual([]);
});

test('a burst of tokens is one delta, and the whole answer is stored with its items', async () => {
  const { turns, events, stored, library, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  expect(events.map((e) => e.name)).toEqual(['conversation.changed', 'turn.delta', 'turn.ended']);
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
  const { turns, stored, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  const answerId = crypto.randomUUID();
  turns.again({ ...turn, answerId });
  await heard('turn.ended', 2);
  expect(stored()).toHaveLength(3);
  expect(turns.transcript(turn.conversationId).leafId).toBe(answerId);
  turns.show({ id: turn.conversationId, leafId: turn.answerId });
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

test('a disk that refuses the text ends the turn and says so', async () => {
  const { turns, events, library, heard } = setUp(neverEnding);
  library.messages.append = () => {
    throw new AppError('DISK_FAILED', 'The disk refused.');
  };
  turns.start(turn);
  await heard('turn.ended');
  expect(events.at(-1)).toMatchObject({ answer: { status: 'failed', error: { code: 'DISK_FAILED' } } });
  expect(events.some((e) => e.name === 'turn.delta')).toBe(false);
});

test('a disk that refuses the end of a turn leaves a conversation that can go on, with its text', async () => {
  const { turns, asked, library, events, heard } = setUp(rayleigh);
  const end = library.messages.end.bind(library.messages);
  library.messages.end = () => {
    throw new AppError('DISK_FAILED', 'The disk refused.');
  };
  turns.start(turn);
  await heard('turn.ended');
  library.messages.end = end;
  expect(events.at(-1)).toMatchObject({ answer: { status: 'failed', error: { code: 'DISK_FAILED' } } });
  expect(turns.transcript(turn.conversationId).messages[1]).toMatchObject({
    text: 'Rayleigh',
    status: 'interrupted',
  });
  const next = { parentId: turn.answerId, questionId: crypto.randomUUID(), answerId: crypto.randomUUID() };
  turns.start({ ...turn, ...next, text: 'And red?' });
  await heard('turn.ended', 2);
  expect(asked[1]?.history.map((m) => m.text)).toEqual([turn.text, 'Rayleigh', 'And red?']);
});

test('a question in a deleted conversation takes it out of the trash', async () => {
  const { turns, library, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  library.conversations.setDeleted(turn.conversationId, 2);
  turns.again({ ...turn, answerId: crypto.randomUUID() });
  expect(library.conversations.list().map(({ id }) => id)).toEqual([turn.conversationId]);
});
