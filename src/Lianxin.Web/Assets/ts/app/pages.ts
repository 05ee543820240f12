import { cache, session, type FetchResponse } from '@hotwired/turbo';
import { release } from '../shared/submit';

// Going back asks the server again: what another desk has done since must show, and nothing stays after signing out.
cache.exemptPageFromCache();
document.addEventListener('turbo:load', () => cache.exemptPageFromCache());

// Whoever works by keyboard goes on in the page that came, not at the top of the window.
let first = true;
document.addEventListener('turbo:load', () => {
  if (!first && (!document.activeElement || document.activeElement === document.body)) document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  first = false;
});

// Pointing at a link is not opening it: opening some pages is recorded.
document.addEventListener('turbo:before-prefetch', event => event.preventDefault());

// What is shown before it is done answers a form with a page of its own; going back leads to the form.
document.addEventListener('turbo:before-fetch-response', event => {
  const { fetchResponse: answer } = (event as CustomEvent<{ fetchResponse: FetchResponse }>).detail;
  if (!(event.target instanceof HTMLFormElement) || event.target.method !== 'post' || !answer.succeeded || answer.redirected) return;
  event.preventDefault();
  void answer.responseHTML.then(html => {
    if (html) session.visit(answer.location, { action: answer.location.pathname === location.pathname ? 'replace' : 'advance', response: { statusCode: answer.statusCode, redirected: false, responseHTML: html } });
  });
});

document.addEventListener('turbo:submit-end', event => release(event.target as HTMLFormElement));
