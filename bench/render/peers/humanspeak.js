import SvelteMarkdown from '@humanspeak/svelte-markdown';
import { KatexRenderer, markedKatex } from '@humanspeak/svelte-markdown/extensions/katex';
import {
  createShikiHighlighter,
  setShikiHighlighter,
  ShikiCode,
} from '@humanspeak/svelte-markdown/extensions/shiki';
import 'katex/dist/katex.min.css';
import githubDark from 'shiki/themes/github-dark.mjs';
import { growing } from '../page/growing.svelte.ts';
import { langs } from './shiki-languages.js';

setShikiHighlighter(createShikiHighlighter({ langs, themes: [githubDark] }));
const extensions = [markedKatex()];
const renderers = { inlineKatex: KatexRenderer, blockKatex: KatexRenderer, code: ShikiCode };

/** It gathers what comes within a frame by itself. */
export const create = (element) => ({
  ...growing(SvelteMarkdown, element, (now) => ({
    get source() {
      return now.text;
    },
    streaming: true,
    extensions,
    renderers,
  })),
  gathers: true,
});
