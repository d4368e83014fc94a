import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { announce } from './announce';

test('where the browser cannot be told, what is said at one time stands in a region that is read out', async () => {
  Object.defineProperty(document.body, 'ariaNotify', { value: undefined, configurable: true });
  const region = () => page.getByRole('status').element().textContent;
  announce('The sky is blue.');
  announce('Answer finished, 4 words');
  await expect.poll(region).toBe('The sky is blue. Answer finished, 4 words');
  announce('Copied');
  await expect.poll(region).toBe('Copied');
});
