import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Message } from '../../shared/model';
import { completed, rayleigh, setUp, text, turn, type World } from './test-world';
import { TitleService } from './title-service';

/** After a first turn; the model says what is given when it is asked for a title. */
async function afterFirstTurn(title: string | AppError, world: World = {}) {
  const all = setUp(async function* (request) {
    if (request.model !== 'gpt-6-luna') return yield* rayleigh();
    if (title instanceof AppError) throw title;
    yield text(title);
    yield completed;
  }, world);
  const { turns, library, heard, asked, transcript } = all;
  const titles = new TitleService({ ...library, ...all });
  turns.start(turn);
  await heard('turn.ended');
  const answer = (): Message => transcript(turn.conversationId).messages[1] as Message;
  const asks = () => asked.filter(({ model }) => model === 'gpt-6-luna');
  const called = () => library.conversations.find(turn.conversationId)?.title;
  return { ...all, titles, answer, asks, called };
}

test('after its first answer a conversation gets a better title, by one short call', async () => {
  const { titles, answer, asks, called, events } = await afterFirstTurn('“Blue sky”.');
  await titles.answered(answer());
  expect(called()).toBe('Blue sky');
  expect(events.at(-1)).toMatchObject({ name: 'conversation.changed', conversation: { title: 'Blue sky' } });
  await titles.answered(answer());
  expect(asks()).toMatchObject([{ effort: 'none', maxOutputTokens: 24, history: [{ text: turn.text }] }]);
});

test('a name that the user gave meanwhile stays', async () => {
  const { titles, answer, library, called } = await afterFirstTurn('Blue sky');
  const asked = titles.answered(answer());
  library.conversations.rename(turn.conversationId, 'Mine');
  await asked;
  expect(called()).toBe('Mine');
});

test.each([
  ['the user does not want it', { settings: { titles: false } }],
  ['the server is not OpenAI’s', { address: 'http://localhost:11434/v1' }],
])('no call is made where %s', async (_, world) => {
  const { titles, answer, asks, called } = await afterFirstTurn('Blue sky', world);
  await titles.answered(answer());
  expect(asks()).toEqual([]);
  expect(called()).toBe(turn.text);
});

test('an answer that failed asks for no title', async () => {
  const { titles, answer, asks } = await afterFirstTurn('Blue sky');
  await titles.answered({ ...answer(), status: 'failed' });
  expect(asks()).toEqual([]);
});

test('where no title comes, the first words of the question stay', async () => {
  for (const said of ['', new AppError('NO_CREDIT', 'No credit.')]) {
    const { titles, answer, called } = await afterFirstTurn(said);
    await titles.answered(answer());
    expect(called()).toBe(turn.text);
  }
});

test('a title that comes after the app was closed disturbs nothing', async () => {
  const { titles, answer, library, called } = await afterFirstTurn('Blue sky');
  const suggest = vi.spyOn(library.conversations, 'suggestTitle');
  const asked = titles.answered(answer());
  titles.close();
  await asked;
  expect(suggest).not.toHaveBeenCalled();
  expect(called()).toBe(turn.text);
});
