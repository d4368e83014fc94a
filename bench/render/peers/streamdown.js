import { createCodePlugin } from '@streamdown/code';
import { createMathPlugin } from '@streamdown/math';
import 'katex/dist/katex.min.css';
import { createElement } from 'react';
import { Streamdown } from 'streamdown';
import 'streamdown/styles.css';
import { growing } from './react.js';
import 'virtual:tailwind/streamdown.css';

const plugins = { code: createCodePlugin(), math: createMathPlugin({ singleDollarTextMath: true }) };

export const create = (element) =>
  growing(element, ({ text, finished }) =>
    createElement(Streamdown, { mode: 'streaming', isAnimating: !finished, plugins, children: text }),
  );
