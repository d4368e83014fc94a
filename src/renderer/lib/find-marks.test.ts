import { afterEach, expect, test, vi } from 'vitest';
import { bringIntoView, unfold } from './bring-into-view';
import { FindMarks } from './find-marks';

const marks: FindMarks[] = [];
afterEach(() => {
  for (const each of marks.splice(0)) each.end();
  document.body.replaceChildren();
});

/** A conversation of these messages, 300 pixels high. */
function show(...messages: readonly (readonly HTMLElement[])[]) {
  const log = document.createElement('div');
  log.setAttribute('role', 'log');
  Object.assign(log.style, { height: '300px', overflow: 'auto', position: 'relative' });
  for (const [index, children] of messages.entries()) {
    const article = log.appendChild(document.createElement('article'));
    article.dataset['message'] = `m${index}`;
    article.append(...children);
  }
  document.body.append(log);
  const made = new FindMarks(log);
  marks.push(made);
  return { log, made };
}

function element(name: string, text: string | Node, attributes: Record<string, string> = {}) {
  const made = document.createElement(name);
  made.append(text);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const painted = (name: string) =>
  [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    startContainer.textContent?.slice(startOffset, endOffset),
  );

test('what was found is painted, but not in what the window adds', async () => {
  const { made } = show(
    [element('h2', 'You, blue', { class: 'visually-hidden' }), element('p', 'Blue sky')],
    [
      element('p', 'A blue sea'),
      element('div', 'blue', { 'data-chrome': '' }),
      element('button', 'blue'),
      element('span', 'blue', { 'aria-hidden': 'true' }),
    ],
  );
  made.show('blue', { messageId: 'm1', place: 2 });
  await vi.waitFor(() => expect(painted('find')).toEqual(['Blue', 'blue']));
  expect(painted('find-current')).toEqual(['blue']);
  made.end();
  expect(CSS.highlights.size).toBe(0);
});

test('words that arrive are painted, and a selection stays', async () => {
  const words = element('p', 'Blue sky');
  const { made } = show([words]);
  getSelection()?.selectAllChildren(words);
  made.show('blue', null);
  await vi.waitFor(() => expect(painted('find')).toEqual(['Blue']));
  expect(getSelection()?.toString()).toBe('Blue sky');
  words.append(' and blue sea');
  await vi.waitFor(() => expect(painted('find')).toEqual(['Blue', 'blue']));
});

test('only messages near the window are read', async () => {
  const messages = Array.from({ length: 100 }, () => [
    Object.assign(element('p', 'blue'), { style: 'height: 200px; margin: 0' }),
  ]);
  const { log, made } = show(...messages);
  made.show('blue', null);
  await vi.waitFor(() => expect(painted('find').length).toBe(9));
  log.scrollTop = log.scrollHeight;
  const first = () => [...(CSS.highlights.get('find') ?? [])][0]?.startContainer.parentElement;
  await vi.waitFor(() => expect(first()?.closest('article')?.dataset['message']).toBe('m91'));
  expect(painted('find').length).toBe(9);
});

test('what is folded away is unfolded and scrolled to, also sideways', async () => {
  const code = element('pre', `${'wide '.repeat(100)}needle`, { style: 'overflow: auto; width: 300px' });
  const folded = element('div', element('div', code, { style: 'padding: 1000px 0' }), { 'data-folded': '' });
  const unfolded = vi.fn();
  folded.addEventListener('reveal', unfolded);
  const details = element('details', folded);
  const { log, made } = show([element('p', 'First'), details]);
  made.show('needle', { messageId: 'm0', place: made.words('m0')?.text.indexOf('needle') ?? 0 });
  const range = made.range();
  if (range) unfold(range);
  expect(details).toHaveProperty('open', true);
  expect(unfolded).toHaveBeenCalledOnce();
  await bringIntoView(
    log,
    () => made.range(),
    () => true,
  );
  expect(code.scrollLeft).toBeGreaterThan(0);
  const words = document.createRange();
  words.selectNodeContents(code.firstChild ?? code);
  words.setStart(code.firstChild ?? code, 500);
  const { top, left } = words.getBoundingClientRect();
  expect(top - log.getBoundingClientRect().top).toBeCloseTo(100, -1);
  expect(left - code.getBoundingClientRect().left).toBeLessThan(300);
});
