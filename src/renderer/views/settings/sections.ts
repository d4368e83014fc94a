import type { Component } from 'svelte';
import type { SettingsSection } from '../../state/navigation.svelte';

/** A section of Settings. Its name is in the catalogue, by its id. */
interface Section {
  readonly id: SettingsSection;
  readonly load: () => Promise<{ default: Component }>;
}

/** As they are listed. To add one, add it here and its name to the catalogue. */
export const sections: readonly Section[] = [
  { id: 'general', load: () => import('./GeneralSection.svelte') },
  { id: 'account', load: () => import('./AccountsSection.svelte') },
  { id: 'models', load: () => import('./ModelsSection.svelte') },
  { id: 'budgets', load: () => import('./BudgetsSection.svelte') },
  { id: 'chats', load: () => import('./ChatsSection.svelte') },
  { id: 'library', load: () => import('./LibrarySection.svelte') },
  { id: 'appearance', load: () => import('./AppearanceSection.svelte') },
  { id: 'shortcuts', load: () => import('./ShortcutsSection.svelte') },
  { id: 'desktop', load: () => import('./DesktopSection.svelte') },
  { id: 'network', load: () => import('./NetworkSection.svelte') },
  { id: 'accessibility', load: () => import('./AccessibilitySection.svelte') },
  { id: 'about', load: () => import('./AboutSection.svelte') },
];
