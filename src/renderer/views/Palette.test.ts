import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Found } from '../../shared/search';
import { ChatList } from '../state/chat-list.svelte';
import { Drafts } from '../state/drafts';
import { fakeApi } from '../state/fake-api';
import { Folders } from '../state/folders.svelte';
import { Library } from '../state/library.svelte';
import { Navigation } from '../state/navigation.svelte';
import { Search } from '../state/search.svelte';
import { SettingsState } from '../state/settings.svelte';
import { createCommands } from './commands';
import PaletteInContext from './PaletteInContext.svelte';

const found: Found = { chats: [], more: true, complete: true };

test('each key asks once, and so does opening with what was typed last', async () => {
  const { api, named } = fakeApi((name) => (name === 'search.run' ? found : undefined));
  const library = new Library(api);
  const settings = new SettingsState(api);
  const navigation = new Navigation({ api, drafts: new Drafts(api) });
  const list = new ChatList({ library, settings, folders: new Folders({ api, library }) });
  const search = new Search(api);
  search.query = 'sk';
  const commands = createCommands({ library, list, navigation, narrow: () => false });
  await render(PaletteInContext, { library, navigation, search, settings, commands });
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('{End}y!');
  await expect.element(page.getByRole('combobox')).toHaveValue('sky!');
  const asked = named('search.run').map(({ input }) => (input as { query: string }).query);
  expect(asked).toEqual(['sk', 'sky', 'sky!']);
});
