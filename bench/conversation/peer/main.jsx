// A conversation as Chatbox composes it: react-virtuoso, react-markdown, KaTeX and Prism.
import 'katex/dist/katex.min.css';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import ReactMarkdown from 'react-markdown';
import { Prism } from 'react-syntax-highlighter';
import { oneDark } from 'react-syntax-highlighter/dist/esm/styles/prism';
import { Virtuoso } from 'react-virtuoso';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';

const remarkPlugins = [remarkGfm, remarkMath];
const rehypePlugins = [rehypeKatex];

function Code({ className, children }) {
  const language = /language-(\w+)/.exec(className ?? '')?.[1];
  if (!language) return <code className={className}>{children}</code>;
  return (
    <Prism language={language} style={oneDark} PreTag="div">
      {String(children).replace(/\n$/, '')}
    </Prism>
  );
}
const components = { code: Code };

const Message = memo(function Message({ text }) {
  return (
    <div className="message" data-message>
      <ReactMarkdown remarkPlugins={remarkPlugins} rehypePlugins={rehypePlugins} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
});

let root;

window.peer = {
  /** At its end, as a chat opens. */
  show(messages) {
    root = createRoot(document.getElementById('host'));
    root.render(
      <Virtuoso
        style={{ height: '100%' }}
        data={messages}
        initialTopMostItemIndex={{ index: messages.length - 1, align: 'end' }}
        increaseViewportBy={{ top: 600, bottom: 600 }}
        itemContent={(_, text) => <Message text={text} />}
      />,
    );
  },
  leave() {
    root?.unmount();
  },
};
