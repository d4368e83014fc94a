import { afterEach, expect, test, vi } from 'vitest';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { contextTemplate, type Place } from './context-template';

afterEach(() => speakFrom(() => english));

const nothing: Place = {
  ...{ isEditable: false, selectionText: '', linkURL: '', mediaType: 'none', hasImageContents: false },
  ...{ misspelledWord: '', dictionarySuggestions: [] },
  editFlags: {
    ...{ canUndo: false, canRedo: false, canCut: false, canCopy: false, canPaste: true, canDelete: false },
    ...{ canSelectAll: true, canEditRichly: false },
  },
};

function menu(place: Partial<Place>, mac = false) {
  const deps = {
    ...{ mac, copyLink: vi.fn(), openLink: vi.fn(), copyImage: vi.fn() },
    ...{ replaceWord: vi.fn(), learnWord: vi.fn(), lookUp: vi.fn() },
  };
  const items = contextTemplate({ ...nothing, ...place }, deps);
  const click = (label: string) =>
    items.find((item) => item.label === label)?.click?.({} as never, undefined, {});
  return { ...deps, items, click, labels: items.map(({ label, type }) => label ?? type) };
}

test('a place with nothing to do has no menu', () => {
  expect(menu({}).items).toEqual([]);
});

test('what is written can be undone, cut, copied and pasted, as far as there is something', () => {
  const { items, labels } = menu({ isEditable: true });
  expect(labels).toEqual([
    ...['Undo', 'Redo', 'separator', 'Cut', 'Copy', 'Paste', 'Paste as Plain Text', 'Select All'],
  ]);
  const possible = items.filter(({ enabled }) => enabled).map(({ role }) => role);
  expect(possible).toEqual(['paste', 'pasteAndMatchStyle', 'selectAll']);
});

test('a word that is misspelled comes first, with what it may have been, and can be learned', () => {
  const spelled = menu({ isEditable: true, misspelledWord: 'Lisbn', dictionarySuggestions: ['Lisbon'] });
  expect(spelled.labels.slice(0, 3)).toEqual(['Lisbon', 'Add to Dictionary', 'separator']);
  spelled.click('Lisbon');
  spelled.click('Add to Dictionary');
  expect(spelled.replaceWord).toHaveBeenCalledWith('Lisbon');
  expect(spelled.learnWord).toHaveBeenCalledWith('Lisbn');
  expect(menu({ misspelledWord: 'xqz' }).labels[0]).toBe('No Suggestions');
});

test('selected words can be copied, and on macOS looked up', () => {
  expect(menu({ selectionText: 'scattered' }).labels).toEqual(['Copy']);
  const mac = menu({ selectionText: 'scattered' }, true);
  expect(mac.labels).toEqual(['Look Up “scattered”', 'separator', 'Copy']);
  mac.click('Look Up “scattered”');
  expect(mac.lookUp).toHaveBeenCalledOnce();
});

test('a link is opened or copied, a link inside the page is neither', () => {
  const link = menu({ linkURL: 'https://example.org/' });
  expect(link.labels).toEqual(['Open Link', 'Copy Link']);
  link.click('Open Link');
  link.click('Copy Link');
  expect(link.openLink).toHaveBeenCalledWith('https://example.org/');
  expect(link.copyLink).toHaveBeenCalledWith('https://example.org/');
  expect(menu({ linkURL: 'app://parley/index.html#message' }).items).toEqual([]);
  expect(menu({ linkURL: 'javascript:alert(1)' }).items).toEqual([]);
});

test('a picture that has been drawn can be copied', () => {
  const picture = menu({ mediaType: 'image', hasImageContents: true });
  picture.click('Copy Image');
  expect(picture.copyImage).toHaveBeenCalledOnce();
  expect(menu({ mediaType: 'image' }).items).toEqual([]);
});

test('it speaks the user’s language', () => {
  speakFrom(() => german);
  expect(menu({ selectionText: 'Wort' }).labels).toEqual(['Kopieren']);
});
