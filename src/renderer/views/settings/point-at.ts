import type { Attachment } from 'svelte/attachments';

const MARK = 'data-found';
const CONTROLS = 'input, select, textarea, button, a[href]';

/** Marks the row of that label, brings it into sight, and gives the focus to what one sets there. */
export function pointAt(label: string | null): Attachment<HTMLElement> | undefined {
  if (label === null) return undefined;
  return (section) => {
    const row = rowOf(section, label);
    if (!row) return;
    row.setAttribute(MARK, '');
    row.scrollIntoView({ block: 'center' });
    row.querySelector<HTMLElement>(CONTROLS)?.focus({ preventScroll: true });
    return () => row.removeAttribute(MARK);
  };
}

/** A row says its label in `data-setting`; where one does not, its label or heading leads to it. */
function rowOf(section: HTMLElement, label: string): HTMLElement | null {
  const row = section.querySelector<HTMLElement>(`[data-setting="${CSS.escape(label)}"]`);
  if (row) return row;
  const named = [...section.querySelectorAll('label, legend, h3')].find(
    ({ textContent }) => textContent.trim() === label,
  );
  return named?.parentElement ?? null;
}
