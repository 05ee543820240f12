import { keepFiles } from '../shared/keep-files';
import { release } from '../shared/submit';

interface Shown { body: HTMLElement; title: string }

// Forms are sent without leaving the page: photos stay chosen when something is refused, and going back never asks to send
// a form again. The screens of a report are steps to go back through; once it is handed in, back leads out of it.
const steps: Shown[] = [];
let at: number = history.state?.at || 0;
let over = false;
history.replaceState({ ...history.state, at }, '');

const now = (): Shown => ({ body: document.body, title: document.title });
const asks = (page: ParentNode) => page.querySelector('form[data-steps]') !== null;

function show({ body, title }: Shown): void {
  keepFiles(document.body, body);
  document.body.replaceWith(body);
  document.title = title;
  scrollTo(0, 0);
  (body.querySelector<HTMLElement>('.summary') || body.querySelector('main'))?.focus({ preventScroll: true });
}

/** The page with number and code is handed out once: the place in this tab's history keeps it, and read again it shows it again. */
function keep(text: string): void {
  try {
    history.replaceState({ at, receipt: text }, '');
  } catch {
    // Too much for some phones: the page says to note both down.
  }
}

function again(): void {
  const [read] = (performance.getEntriesByType?.('navigation') || []) as PerformanceNavigationTiming[];
  const text: string | undefined = history.state?.receipt;
  if (!text || read?.type !== 'reload') return;
  const page = new DOMParser().parseFromString(text, 'text/html');
  over = true;
  show({ title: page.title, body: document.adoptNode(page.body) });
}

function take(text: string, url: URL, refused: boolean): boolean {
  const page = new DOMParser().parseFromString(text, 'text/html');
  if (!page.querySelector('main')) return false;
  const next: Shown = { title: page.title, body: document.adoptNode(page.body) };
  if (!refused && asks(next.body)) {
    steps[at] = now();
    steps.length = ++at;
    history.pushState({ at }, '');
  } else if (!refused) {
    over = over || asks(document);
    if (!/^\/t(\/|$)/.test(url.pathname)) keep(text);
    else history.replaceState({ at }, '', '/t' + url.search);
  }

  show(next);
  return true;
}

addEventListener('popstate', event => {
  const to: number | undefined = event.state?.at;
  // Without a number it is a link within the page.
  if (to === undefined || to === at) return;
  if (over) return history.back();
  steps[at] = now();
  if (!steps[to]) return location.reload();
  show(steps[to]);
  at = to;
});

document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'post' || !window.fetch) return;
  event.preventDefault();
  const data = new FormData(form);
  const pressed = (event as SubmitEvent).submitter as HTMLButtonElement | null;
  if (pressed?.name) data.append(pressed.name, pressed.value);
  const url = new URL(form.getAttribute('action')!, location.href);
  const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data as unknown as Record<string, string>);
  const unsent = () => {
    const told = form.querySelector<HTMLElement>('[data-unsent]');
    if (told) told.hidden = false;
  };
  fetch(url.href, { method: 'post', body, credentials: 'same-origin' })
    .then(answer => answer.text().then(text => {
      release(form);
      if (!take(text, url, answer.status >= 400)) unsent();
    }))
    .catch(() => {
      release(form);
      unsent();
    });
});

again();
