import Markdown from '../../../src/renderer/markdown/Markdown.svelte';
import '../../../src/renderer/styles/tokens.css';
import '../../../src/renderer/styles/base.css';
import type { Create } from '../page/contender.ts';
import { growing } from '../page/growing.svelte.ts';

export const create: Create = (element) =>
  growing(Markdown, element, (now) => ({
    get text() {
      return now.text;
    },
    get streaming() {
      return !now.finished;
    },
  }));
