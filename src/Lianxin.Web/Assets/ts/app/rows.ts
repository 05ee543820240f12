import { whenever } from '../shared/whenever';
import { typing } from './shortcuts';

const steps: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

// A list is walked with J and K from anywhere, from the open row where one is open, with the arrows once inside; Enter follows the link as always.
document.addEventListener('keydown', event => {
  const step = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!step || event.shiftKey || event.defaultPrevented || typing(event) || document.querySelector('dialog[open]')) return;
  const inside = document.activeElement?.closest('[data-row]');
  if (event.key.length > 1 && !inside) return;
  const at = inside || document.querySelector('[data-rows] [data-row][aria-current]');
  const rows = Array.from((at?.closest('[data-rows]') || document).querySelectorAll('[data-rows] [data-row], [data-row]'))
    .filter(row => row.closest('[data-rows]') && row.getClientRects().length > 0);
  const next = rows[at ? rows.indexOf(at) + step : step > 0 ? 0 : rows.length - 1];
  const link = next?.querySelector<HTMLAnchorElement>('a[href]');
  if (!link) return;
  event.preventDefault();
  link.focus();
});

whenever('[data-row][aria-current]', row => row.scrollIntoView({ block: 'nearest' }));
