import { load } from './load';
import { on, whenever } from './whenever';

whenever<HTMLElement>('[data-map-open]', button => { button.hidden = false; });

// Only on a tap: a map is the heaviest thing a village page can ask for.
on<HTMLButtonElement>('click', '[data-map-open]', button => {
  const id = button.dataset.mapOpen;
  const map = id ? document.getElementById(id) : document.querySelector<HTMLElement>('lx-map');
  if (!map) return;
  map.hidden = false;
  button.hidden = true;
  load(map);
});
