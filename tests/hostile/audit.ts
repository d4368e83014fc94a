/** Runs in the page: looks at every element that ever comes into a conversation, however short its stay. */

export interface Audit {
  /** How many elements were looked at. */
  elements: number;
  /** How many of them are links. */
  links: number;
  readonly wrong: string[];
  /** Payloads that ran. */
  readonly ran: unknown[];
  /** What the page's policy had to stop. */
  readonly refused: string[];
}

/** Leaves its findings in `window.audit`. */
export function startAudit(tags: readonly string[]): void {
  const audit: Audit = { elements: 0, links: 0, wrong: [], ran: [], refused: [] };
  Object.assign(window, { audit, pwned: (payload: unknown) => void audit.ran.push(payload) });
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    Object.assign(window, { [name]: () => void audit.ran.push(name) });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    audit.refused.push(`${effectiveDirective} ${blockedURI} ${sample}`);
  });

  const addresses = [
    'href',
    'xlink:href',
    'src',
    'srcset',
    'action',
    'formaction',
    'data',
    'poster',
    'ping',
    'cite',
  ];
  const wrongIn = (element: Element, { name, value }: Attr): boolean => {
    if (name.startsWith('on') || name === 'srcdoc' || name === 'background' || name === 'is') return true;
    if (/url\s*\(|expression|@import|position\s*:\s*fixed/i.test(name === 'style' ? value : '')) return true;
    if (name === 'name') return true;
    if (name === 'id') return element.closest('article') !== null && !/^[\w-]*\d[\w-]*$/.test(value);
    if (!addresses.includes(name)) return false;
    const url = URL.parse(value, document.baseURI);
    if (element.localName === 'a' && name === 'href') {
      // Within the page only to a footnote, which is there.
      if (value.startsWith('#')) return document.getElementById(value.slice(1)) === null;
      return (
        !/^(https?|mailto):/i.test(value) || !['https:', 'http:', 'mailto:'].includes(url?.protocol ?? '')
      );
    }
    if (element.localName === 'img' && name === 'src')
      return !/^(data:image\/|blob:|app:)/.test(url?.href ?? '');
    return true;
  };
  const say = (element: Element) => element.outerHTML.slice(0, 300);
  const look = (element: Element) => {
    audit.elements += 1;
    if (element.localName === 'a') audit.links += 1;
    if (!tags.includes(element.localName)) audit.wrong.push(`tag ${say(element)}`);
    for (const attribute of element.attributes)
      if (wrongIn(element, attribute)) audit.wrong.push(`${attribute.name} ${say(element)}`);
  };
  const inLog = (node: Node) => node.parentElement?.closest('[role="log"]');
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes' && target instanceof Element && inLog(target)) look(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (inLog(node)) look(node);
        const within = inLog(node) ? '*' : '[role="log"] *';
        for (const element of node.querySelectorAll(within)) look(element);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}
