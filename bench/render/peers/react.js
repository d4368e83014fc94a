import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** A React component that is told of a growing answer. */
export function growing(element, view) {
  let set = () => {};
  function Answer() {
    const [now, setNow] = useState({ text: '', finished: false });
    set = setNow;
    return view(now);
  }
  flushSync(() => createRoot(element).render(createElement(Answer)));
  return {
    show: (text, finished) => set({ text, finished }),
    showNow: (text, finished) => flushSync(() => set({ text, finished })),
  };
}
