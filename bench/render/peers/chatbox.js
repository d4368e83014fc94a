/** react-markdown with formulas and Prism, composed as Chatbox does. */
import 'katex/dist/katex.min.css';
import { createElement } from 'react';
import ReactMarkdown from 'react-markdown';
import { Prism } from 'react-syntax-highlighter';
import { oneDark } from 'react-syntax-highlighter/dist/esm/styles/prism';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { growing } from './react.js';

const remarkPlugins = [remarkGfm, remarkMath];
const rehypePlugins = [rehypeKatex];
const components = { code: Code };

function Code({ className, children, ...rest }) {
  const [, language] = /language-(\w+)/.exec(className ?? '') ?? [];
  if (!language) return createElement('code', { className, ...rest }, children);
  const text = String(children).replace(/\n$/, '');
  return createElement(Prism, { language, style: oneDark, PreTag: 'div', children: text });
}

export const create = (element) =>
  growing(element, ({ text }) =>
    createElement(ReactMarkdown, { remarkPlugins, rehypePlugins, components, children: text }),
  );
