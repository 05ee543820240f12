import { fresh } from './fresh';
import { on } from '../shared/whenever';

interface News { count: number; text: string }

const every = 20_000;
let asked = Date.now();
let away = false;
let pushed = false;

/** Whether the page hears of changes by itself: the queue then asks nothing by the clock. */
export function hear(now: boolean): void {
  pushed = now;
}

/** What is told to one place of the page. */
function tell(place: HTMLElement, { count, text }: News): void {
  if (count === 0 || place.textContent !== text) place.textContent = text;
  place.hidden = count === 0;
  if (count > 0 && place.dataset.liveLoads && unused()) void show(place);
}

/** Nobody is at the list: no case open, nothing in it under the hand. */
function unused(): boolean {
  return !document.querySelector('.queue.open') && !document.activeElement?.closest('.queue-list');
}

async function show(place: HTMLElement): Promise<void> {
  const within = place.contains(document.activeElement);
  if (await fresh(location.href, (place.dataset.liveLoads || '').split(' ')) && within) document.querySelector<HTMLElement>('[data-row] a[href]')?.focus();
}

export async function ask(): Promise<void> {
  if (document.hidden || away) return;
  asked = Date.now();
  for (const place of Array.from(document.querySelectorAll<HTMLElement>('[data-live]'))) {
    if (pushed && place.dataset.liveLoads) {
      place.hidden = true;
      continue;
    }

    const answer = await fetch(place.dataset.live!, { headers: { Accept: 'application/json' } }).catch(() => null);
    // Signed out meanwhile: there is nobody to tell.
    if (answer?.redirected || answer?.status === 401) away = true;
    if (answer?.ok && !answer.redirected && place.isConnected) tell(place, await answer.json());
  }
}

setInterval(() => void ask(), every);
document.addEventListener('visibilitychange', () => { if (Date.now() - asked > every) void ask(); });
document.addEventListener('turbo:load', () => { away = false; });
on<HTMLElement>('click', '[data-live-loads]', place => void show(place));
