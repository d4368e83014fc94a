/** Shows a text that grows. What is new is added to its node, so that a selection in what is there stays. */
export function growingText(text: string): (element: HTMLElement) => void {
  return (element) => {
    const node = element.firstChild;
    if (!(node instanceof Text)) element.textContent = text;
    else if (text === node.data) return;
    else if (text.startsWith(node.data)) node.appendData(text.slice(node.length));
    else if (node.data.startsWith(text)) node.deleteData(text.length, node.length - text.length);
    else element.textContent = text;
  };
}
