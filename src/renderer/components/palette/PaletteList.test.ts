import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { PaletteOption, PaletteSection } from './option';
import PaletteList from './PaletteList.svelte';

const option = (id: string, changes: Partial<PaletteOption> = {}): PaletteOption => ({
  ...{ id, label: [{ text: id, hit: false }], detail: null, aside: '', folder: null },
  ...{ kind: 'action', below: false },
  ...changes,
});
const sections: readonly PaletteSection[] = [
  {
    name: 'Chats',
    options: [
      option('trip', {
        kind: 'chat',
        label: [
          { text: 'A ', hit: false },
          { text: 'trip', hit: true },
        ],
        detail: { by: 'You', words: [{ text: 'by train', hit: false }] },
        aside: 'Yesterday',
      }),
    ],
  },
  { name: 'Actions', options: [option('New chat', { aside: 'Ctrl+N' }), option('Usage')] },
];

async function setUp(changes = {}) {
  const [ontype, onpick] = [vi.fn(), vi.fn()];
  const props = {
    query: '',
    sections,
    empty: '',
    note: '',
    filters: ['from:me', 'has:code'],
    ontype,
    onpick,
  };
  const shown = await render(PaletteList, { ...props, ...changes });
  const field = page.getByRole('combobox', { name: 'Search chats and commands' });
  const activeOption = () => page.getByRole('option', { selected: true });
  return { ...shown, props, field, activeOption, ontype, onpick };
}

test('the field has the focus, and the first row is what Enter chooses', async () => {
  const { field, activeOption, onpick } = await setUp();
  await expect.element(field).toHaveFocus();
  await expect.element(activeOption()).toHaveTextContent('A trip Yesterday You by train');
  const id = activeOption().element().id;
  expect(field.element().getAttribute('aria-activedescendant')).toBe(id);
  await userEvent.keyboard('{Enter}');
  expect(onpick.mock.calls[0]?.[0]).toMatchObject({ id: 'trip' });
});

test('the arrows go through all sections and round', async () => {
  const { activeOption } = await setUp();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(() => activeOption().element().textContent).toMatch(/Usage/);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => activeOption().element().textContent).toMatch(/trip/);
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => activeOption().element().textContent).toMatch(/Usage/);
});

test('a row that one went to stays the active one while others come', async () => {
  const { activeOption, rerender, props } = await setUp();
  await userEvent.keyboard('{ArrowDown}');
  const more = [
    { name: 'Chats', options: [option('first'), ...(sections[0]?.options ?? [])] },
    ...sections.slice(1),
  ];
  await rerender({ ...props, sections: more });
  await expect.poll(() => activeOption().element().textContent).toMatch(/New chat/);
});

test('what was looked for is marked, and typing and filters are told', async () => {
  const { field, ontype, rerender, props } = await setUp({ query: 'red' });
  expect(document.querySelector('mark')?.textContent).toBe('trip');
  await userEvent.keyboard('{End} b');
  expect(ontype).toHaveBeenLastCalledWith('red b');
  await rerender({ ...props, query: 'red b' });
  await page.getByRole('button', { name: 'has:code' }).click();
  expect(ontype).toHaveBeenLastCalledWith('red b has:code');
  await expect.element(field).toHaveFocus();
});

test('nothing found is said', async () => {
  await setUp({ sections: [], empty: 'Nothing was found.' });
  await expect.element(page.getByText('Nothing was found.')).toBeVisible();
});
