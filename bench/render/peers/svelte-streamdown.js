import 'katex/dist/katex.min.css';
import { Streamdown } from 'svelte-streamdown';
import Code from 'svelte-streamdown/code';
import Math from 'svelte-streamdown/math';
import { growing } from '../page/growing.svelte.ts';
import 'virtual:tailwind/svelte-streamdown.css';

const components = { code: Code, math: Math };

export const create = (element) =>
  growing(Streamdown, element, (now) => ({
    get content() {
      return now.text;
    },
    components,
    baseTheme: 'shadcn',
  }));
