import { on } from 'svelte/events';
import type { Row } from '../lib/sidebar-rows';
import type { Navigation } from '../state/navigation.svelte';

interface PressingDeps {
  readonly navigation: Navigation;
  readonly rowOf: (event: Event) => Row | undefined;
}

/** A list of chats: one whose title is pressed is about to be opened, until it is, or is dragged or let go elsewhere. */
export function pressing({ navigation, rowOf }: PressingDeps): (list: HTMLElement) => () => void {
  function begin(event: PointerEvent) {
    const { button, shiftKey, ctrlKey, metaKey, target } = event;
    const row = target instanceof Element && target.closest('.title') ? rowOf(event) : undefined;
    const chooses = shiftKey || ctrlKey || metaKey;
    if (row?.kind === 'chat' && button === 0 && !chooses) navigation.prepare(row.key);
  }
  return (list) => {
    const ends = [
      on(list, 'pointerdown', begin),
      on(window, 'pointerup', () => void setTimeout(() => navigation.dismiss())), // after the click that opens it
      on(window, 'pointercancel', () => navigation.dismiss()), // also where dragging begins
    ];
    return () => {
      for (const end of ends) end();
    };
  };
}
