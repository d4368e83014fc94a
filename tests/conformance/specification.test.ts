/** Answers are Markdown as its specification means it. */
import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import Markdown from '../../src/renderer/markdown/Markdown.svelte';
import { commonmark, type Example } from './commonmark';
import { commonmarkExceptions, gfmExceptions } from './exceptions';
import { gfm } from './gfm';
import { underOurPolicy } from './policy';
import { shown, specified } from './structure';

async function show(text: string): Promise<string> {
  const target = document.body.appendChild(document.createElement('div'));
  const view = mount(Markdown, { target, props: { text } });
  flushSync();
  const structure = shown(target);
  await unmount(view);
  target.remove();
  return structure;
}

const parsed = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;
const listed = (exceptions: typeof commonmarkExceptions) => exceptions.flatMap(({ numbers }) => numbers);

/** The examples that we show otherwise than it says, by their numbers. */
async function differences(
  examples: readonly Example[],
  read: (body: HTMLElement) => HTMLElement = (body) => body,
): Promise<Map<number, { readonly ours: string; readonly theirs: string }>> {
  const found = new Map<number, { ours: string; theirs: string }>();
  for (const { number, markdown, html } of examples) {
    const ours = await show(markdown);
    const theirs = specified(read(parsed(html)));
    if (ours !== theirs) found.set(number, { ours, theirs });
  }
  return found;
}

for (const { name, examples, count, exceptions } of [
  { name: 'CommonMark 0.31.2', examples: commonmark, count: 652, exceptions: commonmarkExceptions },
  { name: 'GFM’s extensions', examples: gfm, count: 28, exceptions: gfmExceptions },
]) {
  test(`every example of ${name} is what the specification says, or an exception with its reason`, async () => {
    expect(examples).toHaveLength(count);
    const different = await differences(examples);
    const known = new Set(listed(exceptions));
    expect([...different].filter(([number]) => !known.has(number))).toEqual([]);
    expect([...known].filter((number) => !different.has(number))).toEqual([]);
    console.log(`${name}: ${examples.length - different.size} of ${examples.length} are equal.`);
  });

  test(`where ${name} links or shows what we do not, nothing else is different`, async () => {
    const numbers = new Set(listed(exceptions.filter(({ byPolicy }) => byPolicy)));
    const theirs = examples.filter(({ number }) => numbers.has(number));
    expect([...(await differences(theirs, underOurPolicy))]).toEqual([]);
  });
}

test('the same links are right when they lead to the web', async () => {
  const web = (text: string) => text.replaceAll('/url', 'https://example.org/url');
  const asHtml = new Set(listed(commonmarkExceptions.filter(({ byPolicy }) => !byPolicy)));
  const examples = commonmark
    .filter(({ number, markdown }) => markdown.includes('/url') && !asHtml.has(number))
    .map(({ number, markdown, html }) => ({ number, markdown: web(markdown), html: web(html) }))
    // An address that stands bare would be a link of its own.
    .filter(({ html }) => !parsed(html).textContent.includes('/url'));
  expect(examples.length).toBeGreaterThan(50);
  expect([...(await differences(examples, underOurPolicy))]).toEqual([]);
});
