import { test } from 'vitest';
import { mount, unmount, flushSync } from 'svelte';
import Markdown from '../../src/renderer/markdown/Markdown.svelte';
import { commonmark } from './commonmark';
import { gfm } from './gfm';
import { structureOf } from './structure';
test('x', async () => {
  const out: any[] = [];
  for (const [set, list] of [
    ['cm', commonmark],
    ['gfm', gfm],
  ] as const)
    for (const e of list) {
      const target = document.createElement('div');
      document.body.append(target);
      const c = mount(Markdown, { target, props: { text: e.markdown } });
      flushSync();
      const ours = structureOf(target, { shift: false });
      const dom = target.innerHTML;
      await unmount(c);
      target.remove();
      const theirs = structureOf(new DOMParser().parseFromString(e.html, 'text/html').body, { shift: true });
      if (ours !== theirs) out.push({ set, n: e.number, md: e.markdown, theirs, ours, dom });
    }
  console.log('COUNT ' + commonmark.length + ' ' + out.length);
  for (const o of out) console.log('EX ' + JSON.stringify(o));
}, 60000);
