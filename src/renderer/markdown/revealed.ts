/** Calls back when find in chat has come upon something inside an element that may be folded. */
export function revealed(unfold: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    element.addEventListener('reveal', unfold, true);
    return () => element.removeEventListener('reveal', unfold, true);
  };
}
