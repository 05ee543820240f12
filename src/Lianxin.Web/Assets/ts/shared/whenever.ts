const rules: [string, (element: Element) => void, WeakSet<Element>][] = [];

function look(root: ParentNode & Node): void {
  for (const [selector, begin, seen] of rules) {
    const found = Array.from(root.querySelectorAll(selector));
    if (root instanceof Element && root.matches(selector)) found.unshift(root);
    for (const element of found) {
      if (seen.has(element)) continue;
      seen.add(element);
      begin(element);
    }
  }
}

/** Runs once for every element that matches, whether it stands on the page now or comes later with a frame or a visit. */
export function whenever<T extends Element>(selector: string, begin: (element: T) => void): void {
  if (rules.length === 0) {
    new MutationObserver(changes => {
      for (const change of changes) change.addedNodes.forEach(node => node instanceof Element && node.isConnected && look(node));
    }).observe(document.documentElement, { childList: true, subtree: true });
  }

  rules.push([selector, begin as (element: Element) => void, new WeakSet()]);
  look(document);
}

/** Listens on the whole page for events inside elements that match, those that come later included. */
export function on<T extends Element>(type: string, selector: string, handle: (element: T, event: Event) => void): void {
  document.addEventListener(type, event => {
    const element = event.target instanceof Element && event.target.closest<T>(selector);
    if (element) handle(element, event);
  });
}
