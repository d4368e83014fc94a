import { onMount } from 'svelte';
import { idle } from './idle';

/** A window that is never idle has it after so many milliseconds. */
const PATIENCE = 300;

/** What nobody sees at first, such as buttons that only show under the pointer: drawn when the window has a moment. */
export class Later {
  #here = $state(false);

  /** To be made while a component is. */
  constructor(atOnce = false) {
    this.#here = atOnce;
    onMount(() => {
      if (!atOnce) void idle(PATIENCE).then(() => (this.#here = true));
    });
  }

  get here(): boolean {
    return this.#here;
  }
}
