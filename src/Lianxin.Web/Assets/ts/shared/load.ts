/** Loads what an element needs when it is first wanted: its script from <c>data-src</c>, its style from <c>data-css</c>. */
export function load(element: HTMLElement): void {
  const { src, css } = element.dataset;
  if (css && !document.querySelector(`link[href="${css}"]`)) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: css }));
  }

  if (src && !document.querySelector(`script[src="${src}"]`)) {
    document.head.append(Object.assign(document.createElement('script'), { src }));
  }
}
