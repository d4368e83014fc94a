import { fold } from '../../../shared/fold';
import { language, words } from '../../../shared/words';
import { english } from '../../../shared/words/english';
import type { Words } from '../../../shared/words/language';
import type { SettingsSection } from '../../state/navigation.svelte';
import { rebindable } from '../../state/rebinding.svelte';
import { sections } from './sections';

/** A row of Settings, as the search lists it. */
export interface SettingsRow {
  readonly section: SettingsSection;
  readonly label: string;
}

/** All that it says is looked through: its note, the names of its choices, and what is there to be found only. */
interface Row {
  readonly label: string;
}

/** Where the catalogue has the rows of each section: all that has a label there is a row. */
const places: Record<SettingsSection, (all: Words) => readonly unknown[]> = {
  general: ({ settings }) => [settings.general],
  account: ({ settings }) => [settings.account, { label: settings.accountNames.name }],
  models: ({ settings }) => [settings.models, { label: settings.models.offered }],
  budgets: ({ settings }) => [settings.budgets],
  chats: ({ settings }) => [settings.chats],
  library: ({ settings }) => [settings.library],
  appearance: ({ look, settings: { textSize } }) => [
    look.appearance,
    { label: textSize.size, note: textSize.note },
  ],
  shortcuts: ({ commands }) => [
    commands.settings.enter,
    rebindable.map((command) => ({ label: commands.names[command] })),
  ],
  desktop: ({ desktop: { settings } }) => [
    { label: settings.quickAsk, note: settings.quickAskNote },
    { label: settings.notifications, note: settings.notificationsNote },
    { label: settings.tray, note: settings.trayNote },
    { label: settings.openAtLogin },
  ],
  network: ({ settings }) => [settings.network],
  accessibility: ({ look }) => [look.accessibility],
  about: ({ look, updates }) => [look.about, updates],
};

/**
 * The sections and rows in which every typed word begins a word: of their names and labels first, then of all that
 * the rows say, in the language that is spoken or in English.
 */
export function findRows(typed: string): readonly SettingsRow[] {
  const wanted = fold(typed).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return [];
  const found = sections.flatMap(({ id }) => {
    const spoken = rowsIn(places[id](language().words));
    const inEnglish = rowsIn(places[id](english.words));
    const name = words.settings.sections[id];
    const names = [name, english.words.settings.sections[id]];
    const itself = beginsEach(names.join(' '), wanted) ? [{ section: id, label: name, sure: true }] : [];
    const rows = spoken.flatMap((row, index) => {
      const all = [textOf(row), textOf(inEnglish[index]), ...names].join(' ');
      if (!beginsEach(all, wanted)) return [];
      return [{ section: id, label: row.label, sure: beginsEach(row.label, wanted) }];
    });
    return [...itself, ...rows];
  });
  return [...found.filter(({ sure }) => sure), ...found.filter(({ sure }) => !sure)];
}

const textOf = (row: Row | undefined) =>
  Object.values(row ?? {})
    .filter((text) => typeof text === 'string')
    .join(' ');

function beginsEach(text: string, wanted: readonly string[]): boolean {
  const parts = fold(text).split(/[^\p{L}\p{N}$]+/u);
  return wanted.every((word) => parts.some((part) => part.startsWith(word)));
}

function rowsIn(tree: unknown): readonly Row[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const own = 'label' in tree && typeof tree.label === 'string' ? [tree as Row] : [];
  return [...own, ...Object.values(tree).flatMap(rowsIn)];
}
