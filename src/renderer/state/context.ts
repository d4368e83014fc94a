import { createContext } from 'svelte';
import type { Accounts } from './accounts.svelte';
import type { ChatList } from './chat-list.svelte';
import type { Folders } from './folders.svelte';
import type { Library } from './library.svelte';
import type { Models } from './models.svelte';
import type { Money } from './money.svelte';
import type { Navigation } from './navigation.svelte';
import type { Prices } from './prices.svelte';
import type { SettingsState } from './settings.svelte';
import type { Trash } from './trash.svelte';
import type { Usage } from './usage.svelte';

/** `useX()` in a view, `setX()` in App, where it is made. */
export const [useAccounts, setAccounts] = createContext<Accounts>();
export const [useChatList, setChatList] = createContext<ChatList>();
export const [useFolders, setFolders] = createContext<Folders>();
export const [useLibrary, setLibrary] = createContext<Library>();
export const [useModels, setModels] = createContext<Models>();
export const [useMoney, setMoney] = createContext<Money>();
export const [useNavigation, setNavigation] = createContext<Navigation>();
export const [usePrices, setPrices] = createContext<Prices>();
export const [useSettings, setSettings] = createContext<SettingsState>();
export const [useTrash, setTrash] = createContext<Trash>();
export const [useUsage, setUsage] = createContext<Usage>();
