import { expect, test } from 'vitest';
import { openLibrary } from '../storage/open-library';
import { FolderService } from './folder-service';
import { completed, options, setUp as setUpTurns, turn } from './test-world';

function setUp() {
  const stored = openLibrary(':memory:');
  const stopped: string[] = [];
  const folders = new FolderService({
    ...stored,
    stopTurns: (id) => stopped.push(id),
    emit: () => undefined,
    now: () => 9,
  });
  for (const id of ['work', 'home', 'garden']) folders.create({ id, name: id });
  return { ...stored, service: folders, stopped, names: () => folders.list().map(({ name }) => name) };
}

test('folders stand as they were put, a new one at the end', () => {
  const { service, names } = setUp();
  service.order({ ids: ['garden', 'work', 'home'] });
  expect(names()).toEqual(['garden', 'work', 'home']);
  service.order({ ids: ['home'] });
  service.create({ id: 'new', name: 'new' });
  expect(names()).toEqual(['home', 'garden', 'work', 'new']);
});

test('only what is said of a folder changes', () => {
  const { service } = setUp();
  service.change({ id: 'work', colour: 'teal', instructions: 'Be brief.' });
  expect(service.change({ id: 'work', name: 'Office' })).toEqual({
    ...{ id: 'work', name: 'Office', colour: 'teal', instructions: 'Be brief.' },
    ...{ accountId: null, model: null },
  });
  expect(service.change({ id: 'work', colour: null }).colour).toBeNull();
  expect(() => service.change({ id: 'nowhere', name: 'x' })).toThrow('no such folder');
});

test('a folder goes with its chats, and what was written in them is stopped', () => {
  const { service, conversations, names, stopped } = setUp();
  conversations.touch({ id: 'in', title: 'In', updatedAt: 1, folderId: 'work' });
  conversations.touch({ id: 'out', title: 'Out', updatedAt: 1 });
  service.delete('work');
  expect(names()).toEqual(['home', 'garden']);
  expect(conversations.list().map(({ id }) => id)).toEqual(['out']);
  expect(stopped).toEqual(['in']);
});

test('a chat without instructions of its own has those of its folder, and else the usual ones', async () => {
  const { library, requests, turns, asked, heard } = setUpTurns(
    async function* () {
      yield await Promise.resolve(completed);
    },
    { settings: { instructions: 'Usual.' } },
  );
  library.folders.create({ id: 'work', name: 'Work', at: 1 });
  const folder = { ...{ id: 'work', name: 'Work', colour: null, accountId: null, model: null } };
  library.folders.put({ ...folder, instructions: 'As in the office.' });
  const inWork = { ...options, folderId: 'work' };
  const about = {
    kind: 'answer',
    conversationId: turn.conversationId,
    model: turn.model,
    history: [],
  } as const;
  const told = async (chosen: typeof options) =>
    (await requests.make({ ...about, options: chosen })).instructions;

  expect(await told(options)).toBe('Usual.');
  expect(await told(inWork)).toBe('As in the office.');
  turns.start({ ...turn, options: inWork });
  await heard('turn.ended');
  expect(asked[0]?.instructions).toBe('As in the office.');
  expect(library.conversations.find(turn.conversationId)?.folderId).toBe('work');

  library.conversations.arrange([turn.conversationId], { folderId: null });
  expect(await told(inWork)).toBe('Usual.');
  library.conversations.arrange([turn.conversationId], { folderId: 'work' });
  expect(await told({ ...options, instructions: 'Its own.' })).toBe('Its own.');
  library.folders.delete('work', 5);
  expect(await told(options)).toBe('Usual.');
});
