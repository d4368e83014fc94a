import '../../styles/tokens.css';
import '../../styles/base.css';
import type {} from '@vitest/browser-playwright';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { cdp, type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { longestSource } from './drawing';
import { draw } from './drawing-frame';
import Diagram from './Diagram.svelte';
import { lookOfWindow } from './look';

const FLOW = 'flowchart TD\n  A[Start] --> B{Ready?}\n  B -->|Yes| C(Ship)';

const unhurried = new AbortController().signal;
const image = page.getByRole('img');
const source = page.getByRole('region', { name: 'Source of the diagram' });

/** The window's colours follow the system's, as they do in the app. */
const theme = (value: 'light' | 'dark') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });

const words = (locator: Locator) => locator.element().textContent;

/** What is in the picture on show. */
async function picture(): Promise<Document> {
  const shown = image.element() as HTMLImageElement;
  await shown.decode();
  const markup = await (await fetch(shown.src)).text();
  return new DOMParser().parseFromString(markup, 'image/svg+xml');
}

// The page that draws is built and read once, which takes its time.
beforeAll(() => draw(FLOW, lookOfWindow(false), unhurried), 60_000);
afterEach(() => theme('light'));

test.each([
  ['flowchart', FLOW, 'Ready?'],
  ['sequence', 'sequenceDiagram\n  Ann->>Bob: Hello\n  Note over Ann,Bob: Waits', 'Hello'],
  ['class', 'classDiagram\n  class Animal {\n    +eat(food) bool\n  }\n  Animal <|-- Dog', 'Animal'],
  ['state', 'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy : ask\n  Busy --> [*]', 'Busy'],
  ['gantt', 'gantt\n  dateFormat YYYY-MM-DD\n  section Build\n  Write :a, 2026-11-01, 5d', 'Write'],
  ['pie', 'pie\n  "Reading" : 45\n  "Writing" : 30', 'Reading'],
])('a %s is drawn as a picture of its own size, with its source as its words', async (_, code, word) => {
  await render(Diagram, { code, closed: true });
  await expect.element(page.getByRole('figure', { name: 'Diagram' })).toBeVisible();
  await expect.element(image).toBeVisible();
  const root = (await picture()).documentElement;
  expect(root.textContent).toContain(word);
  const shown = image.element() as HTMLImageElement;
  expect(shown.alt).toBe(code);
  expect(shown.src).toMatch(/^blob:/);
  expect(shown.naturalWidth).toBeGreaterThan(50);
  expect(shown.width / shown.height).toBeCloseTo(shown.naturalWidth / shown.naturalHeight, 1);
  expect(document.querySelector('figure > svg, .picture svg')).toBeNull();
});

test('while its source is written, the source is shown, and drawn once it is whole', async () => {
  const { rerender } = await render(Diagram, { code: 'flowchart TD\n  A[Sta', closed: false });
  await expect.poll(() => words(source)).toContain('A[Sta');
  expect(page.getByRole('button').elements()).toEqual([]);
  await rerender({ code: FLOW, closed: true });
  await expect.element(image).toBeVisible();
  expect(source.elements()).toEqual([]);
});

test('the source is a key away, and can be copied', async () => {
  await render(Diagram, { code: FLOW, closed: true });
  await expect.element(image).toBeVisible();
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Show source' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => words(source)).toBe(FLOW);
  expect(image.elements()).toEqual([]);
  await expect.element(page.getByRole('button', { name: 'Copy source' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(image).toBeVisible();
});

test('what cannot be read keeps its source, and says why in one line', async () => {
  const code = 'flowchart TD\n  A -->\n  B -- ->';
  await render(Diagram, { code, closed: true });
  const note = page.getByRole('note');
  await expect.poll(() => words(note)).toMatch(/^This diagram cannot be drawn\. Parse error on line \d\./);
  expect(words(note).length).toBeLessThan(300);
  expect(words(note)).not.toContain('\n');
  expect(words(source)).toBe(code);
  expect(image.elements()).toEqual([]);
});

test('what Mermaid does not know, or is empty, keeps its source', async () => {
  const { rerender } = await render(Diagram, { code: 'no diagram at all', closed: true });
  await expect.element(page.getByRole('note')).toBeVisible();
  expect(words(source)).toBe('no diagram at all');
  await rerender({ code: '', closed: true });
  await expect.element(page.getByRole('note')).toBeVisible();
});

test('a source that is too long is not drawn', async () => {
  await render(Diagram, { code: `flowchart TD\n${'  A --> B\n'.repeat(longestSource / 10)}`, closed: true });
  await expect.poll(() => words(page.getByRole('note'))).toContain('too long to be drawn');
});

test('a picture follows the window’s theme', async () => {
  await render(Diagram, { code: FLOW, closed: true });
  await expect.element(image).toBeVisible();
  const light = (await picture()).documentElement.outerHTML;
  await theme('dark');
  await expect.poll(async () => (await picture()).documentElement.outerHTML).toContain('#ecece8');
  expect(light).toContain('#1b1b19');
  expect(light).not.toContain('#ecece8');
});

test('words on a colour of the source’s own can be read in both themes', async () => {
  await theme('dark');
  const code = 'flowchart LR\n  A[Pale] --> B[Red]\n  style A fill:#ffd\n  style B fill:#fff,color:#c00';
  await render(Diagram, { code, closed: true });
  await expect.element(image).toBeVisible();
  const words = [...(await picture()).querySelectorAll<SVGElement>('.node text')];
  expect(words.map(({ textContent, style }) => [textContent, style.fill])).toEqual([
    ['Pale', 'black'],
    ['Red', 'rgb(204, 0, 0)'],
  ]);
});

test('what takes too long is given up, and the next diagram is drawn by another frame', async () => {
  const [frame] = document.querySelectorAll('iframe');
  await expect(draw(FLOW, lookOfWindow(false), unhurried, 0)).rejects.toThrow('takes too long');
  await expect.poll(() => frame?.isConnected).toBe(false);
  await expect(draw(FLOW, lookOfWindow(false), unhurried)).resolves.toHaveProperty('svg');
});

test('a diagram that is gone before its turn is not drawn', async () => {
  const gone = new AbortController();
  const drawing = draw(FLOW, lookOfWindow(false), gone.signal);
  gone.abort();
  await expect(drawing).rejects.toThrow();
});

test('diagrams that are asked for together are all drawn, by one frame', async () => {
  const asked = ['A', 'B', 'C'].map((name) =>
    draw(`flowchart TD\n  ${name}`, lookOfWindow(false), unhurried),
  );
  const drawn = await Promise.all(asked);
  expect(drawn.map(({ svg }) => /text-inner-tspan[^>]*>([A-C])</.exec(svg)?.[1])).toEqual(['A', 'B', 'C']);
  expect(document.querySelectorAll('iframe[sandbox="allow-scripts"]')).toHaveLength(1);
});
