import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError, type ErrorCode } from '../../../shared/errors';
import ServerForm from './ServerForm.svelte';

async function wrongFields(code: ErrorCode) {
  const error = new AppError(code, 'Refused.').toData();
  const onconnect = () => Promise.resolve(false);
  await render(ServerForm, { busy: false, error, onconnect, onedit: () => undefined });
  const fields = { address: page.getByLabelText('Server address'), key: page.getByLabelText(/^API key/) };
  return Object.entries(fields).flatMap(([name, field]) =>
    field.element().getAttribute('aria-invalid') === 'true' ? [name] : [],
  );
}

test.each(['BAD_API_KEY', 'NO_API_KEY'] as const)('%s is about the key', async (code) => {
  expect(await wrongFields(code)).toEqual(['key']);
});

test('what else goes wrong is about the address', async () => {
  expect(await wrongFields('OFFLINE')).toEqual(['address']);
});
