import { createContext } from 'svelte';
import type { Accounts } from './accounts.svelte';
import type { Care } from './care.svelte';
import type { Imports } from './imports.svelte';
import type { Exports } from './exports.svelte';
import type { Library } from './library.svelte';
import type { Models } from './models.svelte';
import type { Money } from './money.svelte';
import type { Navigation } from './navigation.svelte';
import type { Prices } from './prices.svelte';
import type { Search } from './search.svelte';
import type { SettingsState } from './settings.svelte';
import type { Usage } from './usage.svelte';

/** `useX()` in a view, `setX()` in App, where it is made. */
export const [useAccounts, setAccounts] = createContext<Accounts>();
export const [useCare, setCare] = createContext<Care>();
export const [useImports, setImports] = createContext<Imports>();
export const [useExports, setExports] = createContext<Exports>();
export const [useLibrary, setLibrary] = createContext<Library>();
export const [useModels, setModels] = createContext<Models>();
export const [useMoney, setMoney] = createContext<Money>();
export const [useNavigation, setNavigation] = createContext<Navigation>();
export const [usePrices, setPrices] = createContext<Prices>();
export const [useSearch, setSearch] = createContext<Search>();
export const [useSettings, setSettings] = createContext<SettingsState>();
export const [useUsage, setUsage] = createContext<Usage>();
