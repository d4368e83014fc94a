import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { draw } from './drawing-frame';
import Diagram from './Diagram.svelte';
import { lookOfWindow } from './look';

const INIT =
  '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, ' +
  '"themeCSS": "@import url(https://evil.example/a.css); * { background: url(https://evil.example/b.png) }"}}%%\n';
const FRONT = '---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n---\n';
// Without quotes and spaces, which would end an attribute or be changed on the way; 42 is a star.
const RUN = 'parent.postMessage(42,String.fromCharCode(42))';

const hostile: Record<string, string> = {
  'a click that calls': `flowchart TD\n  A[Go]\n  click A call ran()\n  click A href "javascript:${RUN}"`,
  'loose settings in a directive': `${INIT}flowchart TD\n  A["<img src=x onerror=${RUN}>"]\n  click A ran`,
  'loose settings in front matter': `${FRONT}flowchart TD\n  A["<img src=x onerror=${RUN}>"] --> B`,
  'a label with a script': `flowchart TD\n  A["<script>${RUN}</script><b onclick=${RUN}>b</b>"] --> B`,
  'a label with a remote image': 'flowchart TD\n  A["<img src=https://evil.example/c.png>"] --> B',
  'a shape that is a remote image':
    'flowchart TD\n  A@{ img: "https://evil.example/d.png", label: "x", h: 60 }',
  'a remote image in a label of Markdown': 'flowchart TD\n  A["`![x](https://evil.example/e.png)`"]',
  'a style that loads': 'flowchart TD\n  A --> B\n  style A fill:url(https://evil.example/f.svg#x)',
  'a font that loads': `${INIT}sequenceDiagram\n  A->>B: <style>@import "https://evil.example/g.css"</style>`,
  'a link in a sequence': `sequenceDiagram\n  participant A\n  link A: Go @ javascript:${RUN}\n  A->>A: x`,
  'a link in a gantt': `gantt\n  dateFormat YYYY-MM-DD\n  Task :a, 2026-01-01, 1d\n  click a href "javascript:${RUN}"`,
};

const drawAnother = () => draw('flowchart TD\n  A', lookOfWindow(false), new AbortController().signal);

beforeAll(drawAnother, 60_000);

test.each(Object.entries(hostile))('%s runs nothing and asks for nothing', async (_, code) => {
  const heard: unknown[] = [];
  const listen = ({ data }: MessageEvent<unknown>) => data === 42 && heard.push(data);
  addEventListener('message', listen);
  performance.clearResourceTimings();
  await render(Diagram, { code, closed: true });
  const settled = page.getByRole('img').or(page.getByRole('note'));
  await expect.element(settled).toBeVisible();
  const [shown] = document.querySelectorAll<HTMLImageElement>('figure img');
  if (shown) {
    await shown.decode();
    const svg = new DOMParser().parseFromString(await (await fetch(shown.src)).text(), 'image/svg+xml');
    expect(svg.querySelector('script, parsererror')).toBeNull();
    const attributes = [...svg.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
    expect(attributes.filter(({ value }) => /^\s*javascript:/i.test(value))).toEqual([]);
  }
  await drawAnother(); // its reply comes after whatever this one still had to say
  removeEventListener('message', listen);
  expect(heard).toEqual([]);
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  expect(asked.filter((name) => name.includes('evil.example'))).toEqual([]);
});
