import { expect, test } from 'vitest';
import type { Handlers, Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { Router } from './router';

const id = '018f0000-0000-7000-8000-000000000001';

const options = { accountId: null, instructions: null, effort: null, verbosity: null };
const turn = {
  ...{ conversationId: id, parentId: null, questionId: id, answerId: id },
  ...{ text: 'Why?', model: 'm', options },
};
const account = {
  ...{ id, name: '', address: 'https://a', key: null, organization: null, project: null },
  keepIn: 'keychain',
};

function routerWith(handlers: Partial<Handlers>) {
  const reported: string[] = [];
  return { router: new Router(handlers as Handlers, (call) => reported.push(call)), reported };
}

test('hands checked input to the handler and answers with its value', async () => {
  const heard: Input<'turn.stop'>[] = [];
  const { router } = routerWith({ 'turn.stop': (input) => void heard.push(input) });
  expect(await router.dispatch('turn.stop', { answerId: id, extra: 1 })).toEqual({
    ok: true,
    value: undefined,
  });
  expect(heard).toEqual([{ answerId: id }]);
});

test.each(['nope', '__proto__', 'constructor', 7, null])('refuses the unknown call %s', async (name) => {
  expect(await routerWith({}).router.dispatch(name, {})).toMatchObject({
    ok: false,
    error: { code: 'UNKNOWN_CALL' },
  });
});

test.each([
  ['turn.stop', { answerId: 'not-an-id' }],
  ['turn.start', { ...turn, text: ' \n ' }],
  ['turn.start', { ...turn, options: { ...options, effort: 'enormous' } }],
  ['accounts.connect', { ...account, key: 'two words' }],
  ['accounts.connect', { ...account, key: 'sk\r\nX-Evil: 1' }],
  ['accounts.connect', { ...account, organization: 'org\r\nX-Evil: 1' }],
  ['drafts.keep', { conversationId: id, place: '../elsewhere', text: 'x', over: '' }],
  ['settings.change', { theme: 'pink' }],
])('refuses input to %s that the contract does not allow', async (name, input) => {
  const reply = await routerWith({}).router.dispatch(name, input);
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(JSON.stringify(reply)).not.toContain('X-Evil');
});

test.each([
  ['turn.start', turn],
  ['accounts.connect', account],
  ['drafts.keep', { conversationId: id, place: id, text: 'x', over: '' }],
] as const)('takes input to %s that the contract allows', async (name, input) => {
  const { router } = routerWith({ [name]: () => undefined });
  expect(await router.dispatch(name, input)).toEqual({ ok: true, value: undefined });
});

test('keeps the code of an error a service meant; reports and hides one it did not', async () => {
  const failing = (thrown: unknown) =>
    routerWith({
      'turn.stop': () => {
        throw thrown;
      },
    });
  const meant = failing(new AppError('OFFLINE', 'No connection.', { details: { host: 'api.openai.com' } }));
  expect(await meant.router.dispatch('turn.stop', { answerId: id })).toMatchObject({
    error: { code: 'OFFLINE', details: { host: 'api.openai.com' } },
  });
  expect(meant.reported).toEqual([]);
  const unforeseen = failing(new Error('ENOENT /home/me/secret'));
  expect(await unforeseen.router.dispatch('turn.stop', { answerId: id })).toMatchObject({
    error: { code: 'INTERNAL', message: 'Something went wrong.' },
  });
  expect(unforeseen.reported).toEqual(['turn.stop']);
});
