import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { copy, type Formats } from './clipboard';

afterEach(() => void vi.restoreAllMocks());

const all: Formats = { 'text/plain': 'a', 'text/html': '<b>a</b>', 'text/tab-separated-values': 'a\tb' };

/** What the usual interface is given. */
function written() {
  const items: ClipboardItem[] = [];
  vi.spyOn(navigator.clipboard, 'write').mockImplementation((given) =>
    Promise.resolve(void items.push(...given)),
  );
  return items;
}

/** What a copy event carries away, after the page has filled it. */
function carried() {
  const found: Record<string, string>[] = [];
  const look = ({ clipboardData }: ClipboardEvent) => {
    const types = [...(clipboardData?.types ?? [])];
    found.push(Object.fromEntries(types.map((type) => [type, clipboardData?.getData(type) ?? ''])));
  };
  return { found, look };
}

async function clicked(formats: Formats) {
  const button = document.createElement('button');
  document.body.append(button);
  const done = new Promise<void>((end, fail) => (button.onclick = () => copy(formats).then(end, fail)));
  await userEvent.click(button);
  button.remove();
  await done;
}

test('text and HTML are one write', async () => {
  const items = written();
  await copy({ 'text/plain': 'a', 'text/html': '<b>a</b>' });
  expect(items.map(({ types }) => types)).toEqual([['text/plain', 'text/html']]);
  expect(await (await items[0]?.getType('text/html'))?.text()).toBe('<b>a</b>');
});

test('a third format goes with the other two, and a selection does not', async () => {
  const items = written();
  const setData = vi.spyOn(DataTransfer.prototype, 'setData');
  getSelection()?.selectAllChildren(document.body);
  await clicked(all);
  expect(Object.fromEntries(setData.mock.calls)).toEqual(all);
  expect(items).toEqual([]);
});

test('nobody else hears of the copy event, and a later one is as before', async () => {
  written();
  const { found, look } = carried();
  document.addEventListener('copy', look);
  await clicked(all);
  expect(found).toEqual([]);
  document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: new DataTransfer() }));
  expect(found).toEqual([{}]);
  document.removeEventListener('copy', look);
});

test('where the event is refused, text and HTML are copied all the same', async () => {
  const items = written();
  vi.spyOn(document, 'execCommand').mockReturnValue(false);
  await copy(all);
  expect(items.map(({ types }) => types)).toEqual([['text/plain', 'text/html']]);
});
