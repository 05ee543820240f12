import { load } from '../shared/load';
import { whenever } from '../shared/whenever';

whenever<HTMLElement>('lx-map[data-src]:not([hidden]), lx-chart[data-src]', element => {
  const fold = element.closest('details:not([open])');
  if (fold) fold.addEventListener('toggle', () => load(element), { once: true });
  else load(element);
});
