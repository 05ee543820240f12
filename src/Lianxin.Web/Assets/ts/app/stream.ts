import { ask, hear } from './live';
import { renew } from './renew';

const moves = 60_000;
let source: EventSource | null = null;
let last = '';
let stopped = false;
let wanted: string[] = [];
let waiting = 0;

/** What came in a moment is read once. */
function soon(numbers: string[]): void {
  wanted = wanted.concat(numbers);
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    const all = wanted;
    wanted = [];
    void renew(all);
  }, 200);
}

function close(): void {
  source?.close();
  source = null;
  hear(false);
}

/** One connection as long as the page is looked at, whatever is opened in it. The browser brings it back by itself. */
function open(): void {
  const known = document.querySelector<HTMLElement>('[data-live-since]');
  if (source || stopped || document.hidden || !window.EventSource || !known && !document.querySelector('[data-live]')) return;
  source = new EventSource(`/live?since=${last || known?.dataset.liveSince || ''}`);
  source.onopen = () => hear(true);
  source.onerror = () => {
    hear(false);
    // Refused: the page asks by the clock, as where there is no such connection.
    if (source && source.readyState === EventSource.CLOSED) {
      close();
      stopped = true;
    }
  };
  source.addEventListener('cases', event => {
    const { data, lastEventId } = event as MessageEvent<string>;
    last = lastEventId;
    const numbers = JSON.parse(data) as string[];
    document.dispatchEvent(new CustomEvent('lx:cases', { detail: numbers }));
    soon(numbers);
  });
  source.addEventListener('inbox', event => {
    last = (event as MessageEvent<string>).lastEventId;
    void ask();
  });
  source.addEventListener('reset', () => {
    document.dispatchEvent(new CustomEvent('lx:cases', { detail: [] }));
    void renew();
    void ask();
  });
  source.addEventListener('end', () => {
    close();
    stopped = true;
  });
}

document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
document.addEventListener('turbo:load', () => {
  stopped = false;
  open();
});
addEventListener('pagehide', close);
// Time left moves on though nothing happens.
setInterval(() => {
  if (document.hidden || !source) return;
  document.dispatchEvent(new CustomEvent('lx:cases', { detail: [] }));
  void renew([]);
}, moves);
