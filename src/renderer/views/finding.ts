import { messageInView } from '../lib/messages-near';
import { selectedWords } from '../lib/selected-words';
import type { Navigation } from '../state/navigation.svelte';

/** Opens the bar, from the message one looks at; what is selected there is looked for. */
export function findInChat({ chat, find }: Navigation): void {
  const log = document.querySelector<HTMLElement>('[role="log"]');
  if (log && chat.path.length > 0) find.show(selectedWords(), messageInView(log));
}

/** Goes to the next occurrence or the one before; without the bar to the first of what was looked for last. */
export function findStep(navigation: Navigation, by: 1 | -1): void {
  if (navigation.find.open) void navigation.find.step(by);
  else findInChat(navigation);
}
