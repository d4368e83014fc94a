import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Menu from './Menu.svelte';

test('two items may read the same', async () => {
  const item = { label: 'GPT-6 Luna', onselect: () => undefined };
  await render(Menu, {
    label: 'Model',
    items: [
      { ...item, id: 'gpt-6-luna' },
      { ...item, id: 'GPT-6 Luna' },
    ],
    children: createRawSnippet(() => ({ render: () => '<span>Model</span>' })),
  });
  await page.getByRole('button', { name: 'Model' }).click();
  await expect.poll(() => page.getByRole('menuitem').elements().length).toBe(2);
});
