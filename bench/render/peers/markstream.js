import 'katex/dist/katex.min.css';
import MarkdownRender from 'markstream-svelte';
import 'markstream-svelte/index.css';
import { growing } from '../page/growing.svelte.ts';

/** Its typewriter is off: text is to show when it arrives. */
export const create = (element) =>
  growing(MarkdownRender, element, (now) => ({
    get content() {
      return now.text;
    },
    get final() {
      return now.finished;
    },
    smoothStreaming: false,
    typewriter: false,
    fade: false,
  }));
