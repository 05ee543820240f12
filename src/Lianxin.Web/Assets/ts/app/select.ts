import { visit } from '@hotwired/turbo';
import { typing } from './shortcuts';

const most = 50;

function picks(): HTMLInputElement[] {
  return Array.from(document.querySelectorAll<HTMLInputElement>('[data-pick]'));
}

function count(): void {
  const place = document.querySelector<HTMLElement>('[data-picked]');
  const picked = picks().filter(pick => pick.checked).length;
  if (!place) return;
  place.textContent = picked ? place.dataset.picked!.replace('{0}', String(picked)) : '';
  picks().forEach(pick => { pick.disabled = !pick.checked && picked >= most; });
}

// X ticks the row one stands in, Shift with an arrow goes on ticking; before the letters of the acts are looked at.
document.addEventListener('keydown', event => {
  if (typing(event) || document.querySelector('dialog[open]')) return;
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  const tick = row?.querySelector<HTMLInputElement>('[data-pick]');
  if (!row || !tick) return;
  if (event.key.toLowerCase() === 'x' && !event.shiftKey) tick.checked = !tick.checked;
  else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const rows = Array.from(document.querySelectorAll<HTMLElement>('[data-rows] [data-row]'));
    const next = rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)];
    for (const one of [tick, next?.querySelector<HTMLInputElement>('[data-pick]')]) if (one) one.checked = true;
    next?.querySelector<HTMLElement>('a[href]')?.focus();
  } else return;
  event.preventDefault();
  count();
}, true);

// While nothing is picked the key of an act means the row one stands in.
document.addEventListener('keydown', event => {
  if (typing(event) || event.shiftKey || event.repeat || document.querySelector('dialog[open]') || picks().some(pick => pick.checked)) return;
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  const link = row?.querySelector<HTMLAnchorElement>('h3 a[href]');
  const act = Array.from(document.querySelectorAll<HTMLButtonElement>('#bulk [data-shortcut]')).find(one => one.dataset.shortcut === event.key.toUpperCase());
  if (!link || !act || !row!.querySelector('[data-pick]')) return;
  event.preventDefault();
  const to = new URL(link.href);
  to.pathname += `/${act.formAction.split('/').pop()}`;
  visit(to);
}, true);

document.addEventListener('change', event => { if (event.target instanceof HTMLInputElement && event.target.dataset.pick !== undefined) count(); });
document.addEventListener('reset', event => { if ((event.target as HTMLElement).id === 'bulk') setTimeout(count); });
document.addEventListener('turbo:load', count);
