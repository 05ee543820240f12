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
on<HTMLButtonElement>('click', '[data-map-close]', button => {
  const box = document.getElementById(button.dataset.mapClose || '');
  const opener = document.querySelector<HTMLElement>(`[data-map-open="${button.dataset.mapClose}"]`);
  if (!box || !opener) return;
  box.hidden = true;
  opener.hidden = false;
  opener.focus();
});
