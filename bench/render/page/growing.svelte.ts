import { flushSync, mount, type Component } from 'svelte';
import type { Contender } from './contender.ts';

interface Now {
  readonly text: string;
  readonly finished: boolean;
}

/** A component that is told of a growing answer as the app tells its own: by a property, set once a frame. */
export function growing<Props extends Record<string, unknown>>(
  component: Component<Props>,
  target: HTMLElement,
  props: (now: Now) => Props,
): Contender {
  let text = $state.raw('');
  let finished = $state.raw(false);
  const now: Now = {
    get text() {
      return text;
    },
    get finished() {
      return finished;
    },
  };
  mount(component, { target, props: props(now) });
  flushSync();
  const show = (grown: string, ended: boolean) => {
    text = grown;
    finished = ended;
  };
  return {
    show,
    showNow(grown, ended) {
      show(grown, ended);
      flushSync();
    },
  };
}
