import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { ContextService } from './context-service';
import { completed, rayleigh, setUp, text, turn } from './test-world';

async function afterATurn() {
  let summaries = 0;
  const world = setUp(async function* (request) {
    if (!request.instructions?.startsWith('Summarise')) return yield* rayleigh();
    summaries += 1;
    yield text(`Summary ${summaries}`);
    yield completed;
  });
  const { turns, heard, library } = world;
  turns.start(turn);
  await heard('turn.ended');
  return { ...world, context: new ContextService({ ...library, ...world }) };
}
const wish = { id: turn.conversationId, messageId: turn.answerId, model: 'gpt-6.2-sol' };

test('after a compaction requests carry the digest, and nothing of the conversation is lost', async () => {
  const { context, library, stored } = await afterATurn();
  const before = stored();
  const { messages } = await context.compact(wish);
  expect(messages.map(({ compacted }) => compacted)).toEqual([false, true]);
  expect(library.messages.pathTo(turn.answerId).at(-1)?.compacted).toEqual([
    { type: 'compaction', encrypted_content: 'gAAA' },
  ]);
  expect(stored()).toEqual(before);
});

test('a server that cannot compact leaves everything as it was', async () => {
  const { context, model, transcript } = await afterATurn();
  model.compact = () => Promise.reject(new AppError('BAD_REQUEST', 'No such page.'));
  await expect(context.compact(wish)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(transcript(turn.conversationId).messages.some(({ compacted }) => compacted)).toBe(false);
});

test('a conversation is summarised in words', async () => {
  const { context, asked } = await afterATurn();
  expect(await context.summarise(wish)).toEqual({ text: 'Summary 1' });
  expect(asked.at(-1)?.history.map((m) => m.text)).toEqual([`User: ${turn.text}\n\nAssistant: Rayleigh`]);
});

test('a conversation that no request can hold is summarised piece by piece, no word left out', async () => {
  const { context, library, asked } = await afterATurn();
  const long = Array.from({ length: 9000 }, (_, index) => `word${index}`).join(' ');
  library.db.run(`UPDATE message SET text = :long WHERE id = :id`, { long, id: turn.answerId });
  const { text: summary } = await context.summarise({ ...wish, model: 'a-small-one' });
  const pieces = asked.slice(1).map(({ history }) => history[0]?.text ?? '');
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('')).toBe(`User: ${turn.text}\n\nAssistant: ${long}`);
  expect(summary.split('\n\n')).toHaveLength(pieces.length);
});

test('a message of another conversation is not to be found', async () => {
  const { context } = await afterATurn();
  await expect(context.compact({ ...wish, id: crypto.randomUUID() })).rejects.toThrow('no such message');
});
