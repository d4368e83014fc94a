import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Message } from '../../../shared/model';
import { speakFrom } from '../../../shared/words';
import { english } from '../../../shared/words/english';
import { german } from '../../../shared/words/german';
import type { Language } from '../../../shared/words/language';
import Answer from './Answer.svelte';
import type { MessageActions } from './message-actions';
import Question from './Question.svelte';

let spoken = $state.raw<Language>(english);
speakFrom(() => spoken);
afterEach(() => {
  spoken = english;
});

const nothing = () => undefined;
const actions: MessageActions = {
  ...{ offers: () => false, act: nothing, again: nothing, againWith: () => [], readModels: nothing },
  ...{ againCost: () => Promise.resolve(null), editCost: () => null, keys: () => 'Ctrl+Shift+C' },
  ...{ copy: () => Promise.resolve(), more: () => [], receipts: () => Promise.resolve([]), show: nothing },
  ...{ stop: nothing, tryNow: nothing, edit: nothing, sendEdit: nothing },
};
const message: Message = {
  ...{ id: 'a1', conversationId: 'c1', parentId: 'q1', role: 'assistant', parts: [], tokens: null },
  ...{ status: 'stopped', model: 'gpt-6.2-sol', compacted: true, error: null, createdAt: 1 },
  text: '',
};
const aside = { waiting: null, news: false, spent: null, busy: false, last: true, actions };

const code = Array.from({ length: 1200 }, (_, line) => `line ${line}`).join('\n');
const written = `Blue.[^1]\n\n- [x] seen\n\n\`\`\`ts\n${code}\n\`\`\`\n\n[^1]: Rayleigh.`;

test('all that is said about an answer follows the language at once; what the model wrote stays as it is', async () => {
  const { container } = await render(Answer, {
    ...{ message: { ...message, text: written }, versions: ['a0', 'a1', 'a2', 'a3'] },
    ...aside,
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const paragraph = container.querySelector('.markdown p');
  await expect.element(page.getByText('3 more versions')).toBeVisible();

  spoken = german;
  await expect.element(page.getByRole('group', { name: 'Antwort 2 von 4' })).toBeVisible();
  await expect.element(page.getByText('3 weitere Versionen')).toBeVisible();
  await expect.element(page.getByText('Gestoppt')).toBeVisible();
  await expect
    .element(page.getByText('Frühere Nachrichten werden in gekürzter Form gesendet.'))
    .toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: 'Erledigt' })).toBeChecked();
  for (const name of ['Antwort kopieren', 'Weiter', 'Kopieren', 'Zeilen umbrechen', 'Anmerkung 1'])
    await expect.element(button(name)).toBeVisible();
  await expect.element(button('Alle 1.200 Zeilen anzeigen')).toBeVisible();
  await expect
    .element(button('Antwort kopieren'))
    .toHaveAttribute('title', 'Antwort kopieren (Ctrl+Shift+C)');
  expect(container.querySelector('.markdown p')).toBe(paragraph);
  expect(paragraph?.textContent).toBe('Blue.1');

  spoken = english;
  await expect.element(button('Note 1')).toBeVisible();
  await expect.element(button('Show all 1,200 lines')).toBeVisible();
  expect(container.textContent).not.toMatch(/Antwort|Zeilen|Gestoppt/);
});

/** The box of one letter of an element's first text. */
function letter(element: Element, at: number): DOMRect {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (!text) throw new Error('It has no text.');
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  return range.getBoundingClientRect();
}

/** It begins at the right edge and goes on to the left. */
function runsFromTheRight(element: Element): boolean {
  const { right } = element.getBoundingClientRect();
  const { paddingRight } = getComputedStyle(element);
  const [first, second] = [letter(element, 0), letter(element, 1)];
  return right - parseFloat(paddingRight) - first.right < 2 && second.left < first.left;
}

test.each([
  ['Hebrew', 'למה השמיים כחולים?', 'האור מתפזר באוויר.', 'כחול', 'אדום'],
  ['Arabic', 'لماذا السماء زرقاء؟', 'يتشتت الضوء في الهواء.', 'أزرق', 'أحمر'],
])('a question and an answer in %s run from right to left', async (_, asked, said, one, other) => {
  const text = `${said}\n\n- ${one}\n- ${other}\n\n> ${said}\n\n\`\`\`ts\nconst sky = 1;\n\`\`\`\n\nThe sky is blue.`;
  const { container } = await render(Question, {
    ...{ message: { ...message, id: 'q1', role: 'user', status: 'done', text: asked } },
    ...{ edited: null, busy: false, actions },
  });
  expect(runsFromTheRight(container.querySelector('.bubble') as HTMLElement)).toBe(true);

  const answer = (await render(Answer, { message: { ...message, text }, versions: ['a1'], ...aside }))
    .container;
  const all = (selector: string) => [...answer.querySelectorAll(`.markdown ${selector}`)];
  const [paragraph, quoted, latin] = all('p');
  expect([paragraph, quoted, ...all('li .line')].map((part) => part && runsFromTheRight(part))).toEqual(
    Array(4).fill(true),
  );
  expect(latin && runsFromTheRight(latin)).toBe(false);
  // The marks of the list and the line of the quote stand at its right, too.
  expect(all(':is(ul, blockquote)').map((part) => getComputedStyle(part).direction)).toEqual(['rtl', 'rtl']);
  await expect.poll(() => runsFromTheRight(all('pre code')[0] as Element)).toBe(false);
});
