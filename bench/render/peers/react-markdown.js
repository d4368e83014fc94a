import 'katex/dist/katex.min.css';
import { createElement } from 'react';
import ReactMarkdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { growing } from './react.js';

const remarkPlugins = [remarkGfm, remarkMath];
const rehypePlugins = [rehypeKatex, [rehypeHighlight, { ignoreMissing: true }]];

export const create = (element) =>
  growing(element, ({ text }) =>
    createElement(ReactMarkdown, { remarkPlugins, rehypePlugins, children: text }),
  );
