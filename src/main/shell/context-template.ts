import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { words } from '../../shared/words';

type Item = MenuItemConstructorOptions;
/** Of what Electron says about the place that was clicked. */
export type Place = Pick<
  ContextMenuParams,
  | 'isEditable'
  | 'editFlags'
  | 'selectionText'
  | 'linkURL'
  | 'mediaType'
  | 'hasImageContents'
  | 'misspelledWord'
  | 'dictionarySuggestions'
>;

export interface ContextDeps {
  readonly mac: boolean;
  readonly copyLink: (link: string) => void;
  readonly openLink: (link: string) => void;
  readonly copyImage: () => void;
  readonly replaceWord: (word: string) => void;
  readonly learnWord: (word: string) => void;
  readonly lookUp: () => void;
}

/** Words that are looked up are shown in the menu, as far as there is room. */
const LONGEST = 30;

/** What can be done where one clicked; empty: nothing. */
export function contextTemplate(place: Place, deps: ContextDeps): Item[] {
  const parts = [
    spelling(place, deps),
    lookingUp(place, deps),
    ofLink(place, deps),
    ofImage(place, deps),
    place.isEditable ? editing(place) : copying(place),
  ].filter((items) => items.length > 0);
  return parts.flatMap((items, index) => (index === 0 ? items : [{ type: 'separator' } as const, ...items]));
}

function spelling({ misspelledWord, dictionarySuggestions }: Place, deps: ContextDeps): Item[] {
  if (misspelledWord === '') return [];
  const { context } = words.desktop;
  const guesses = dictionarySuggestions.map((word): Item => ({
    label: word,
    click: () => deps.replaceWord(word),
  }));
  return [
    ...(guesses.length > 0 ? guesses : [{ label: context.noGuesses, enabled: false }]),
    { label: context.addToDictionary, click: () => deps.learnWord(misspelledWord) },
  ];
}

function lookingUp({ selectionText }: Place, { mac, lookUp }: ContextDeps): Item[] {
  const selected = selectionText.trim();
  if (!mac || selected === '') return [];
  const shown = selected.length > LONGEST ? `${selected.slice(0, LONGEST)}…` : selected;
  return [{ label: words.desktop.context.lookUp(shown), click: lookUp }];
}

function ofLink({ linkURL }: Place, { copyLink, openLink }: ContextDeps): Item[] {
  if (!/^(https?|mailto):/i.test(linkURL)) return []; // A link inside the page is none for anyone else.
  const { context } = words.desktop;
  return [
    { label: context.openLink, click: () => openLink(linkURL) },
    { label: context.copyLink, click: () => copyLink(linkURL) },
  ];
}

function ofImage({ mediaType, hasImageContents }: Place, { copyImage }: ContextDeps): Item[] {
  if (mediaType !== 'image' || !hasImageContents) return [];
  return [{ label: words.desktop.context.copyImage, click: copyImage }];
}

function editing({ editFlags }: Place): Item[] {
  const { menu } = words.desktop;
  return [
    { role: 'undo', label: menu.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: menu.redo, enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
    { role: 'copy', label: menu.copy, enabled: editFlags.canCopy },
    { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
    { role: 'pasteAndMatchStyle', label: menu.pastePlain, enabled: editFlags.canPaste },
    { role: 'selectAll', label: menu.selectAll, enabled: editFlags.canSelectAll },
  ];
}

function copying({ selectionText }: Place): Item[] {
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: words.desktop.menu.copy }];
}
