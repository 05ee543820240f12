/**
 * A link to a place on the page one is on: opens what is folded over it and puts the cursor there. Without this a page that
 * came back refused would be taken for another one, and asked for again without what was typed.
 */
document.addEventListener('click', event => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]');
  const there = link && link.hash.length > 1 && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!there) return;
  event.preventDefault();
  event.stopPropagation();
  for (let fold: Element | null = there; fold; fold = fold.parentElement) if (fold instanceof HTMLDetailsElement) fold.open = true;
  const fields = 'input:not([type=hidden]), select, textarea, summary';
  // A list with a search of its own hides the select it stands for.
  const field = (there.hidden && document.getElementById(`${there.id}-text`)) || (there.matches(`${fields}, main`) ? there : there.querySelector<HTMLElement>(fields)) || there;
  (there.hidden ? field : there).scrollIntoView({ block: there.matches('input, select, textarea') ? 'center' : 'start' });
  field.focus({ preventScroll: true });
}, true);
