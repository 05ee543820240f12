import { load } from './load';
import { on, whenever } from './whenever';

whenever<HTMLElement>('[data-map-open]', button => { button.hidden = false; });

// Only on a tap: a map is the heaviest thing a village page can ask for.
on<HTMLButtonElement>('click', '[data-map-open]', button => {
  const box = document.getElementById(button.dataset.mapOpen || '');
  const map = box?.querySelector<HTMLElement>('lx-map');
  if (!box || !map) return;
  box.hidden = false;
  button.hidden = true;
  load(map);
});
