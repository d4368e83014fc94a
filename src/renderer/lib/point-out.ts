const MS = 2200;

/** Has the eye find a message that was brought into view: its ground is lit for a moment. */
export function pointOut(message: HTMLElement): void {
  const lit = {
    backgroundColor: 'var(--found)',
    boxShadow: '0 0 0 0.5rem var(--found)',
    borderRadius: '0.25rem',
  };
  const gone = {
    backgroundColor: 'transparent',
    boxShadow: '0 0 0 0.5rem transparent',
    borderRadius: '0.25rem',
  };
  message.animate([lit, { ...lit, offset: 0.4 }, gone], { duration: MS, easing: 'ease-out' });
}
