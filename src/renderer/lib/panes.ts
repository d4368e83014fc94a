/** Moves the focus to the next part of the window: sidebar, header, conversation, message box. */
export function cyclePanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) =>
    pane.checkVisibility(),
  );
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next =
    here === -1 ? (step === 1 ? 0 : panes.length - 1) : (here + step + panes.length) % panes.length;
  const pane = panes[next];
  const target = pane?.hasAttribute('tabindex')
    ? pane
    : (pane?.querySelector<HTMLElement>('textarea, [aria-current]') ??
      pane?.querySelector<HTMLElement>('button'));
  target?.focus();
}
