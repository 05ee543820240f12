import { cache, session, visit, type FetchResponse } from '@hotwired/turbo';
import { release } from '../shared/submit';

// Going back asks the server again: what another desk has done since must show, and nothing stays after signing out.
cache.exemptPageFromCache();
document.addEventListener('turbo:load', () => cache.exemptPageFromCache());

// Pointing at a link is not opening it: opening some pages is recorded.
document.addEventListener('turbo:before-prefetch', event => event.preventDefault());

// An act is answered in its frame when refused; once done, the whole page has changed.
document.addEventListener('turbo:before-fetch-response', event => {
  const form = event.target;
  const { fetchResponse: answer } = (event as CustomEvent<{ fetchResponse: FetchResponse }>).detail;
  if (!(form instanceof HTMLFormElement) || !answer.redirected || !answer.succeeded || !form.closest('turbo-frame#act')) return;
  event.preventDefault();
  const action = answer.location.pathname === location.pathname ? 'replace' : 'advance';
  void answer.responseHTML.then(html => {
    // The answer to the frame may be only the frame.
    if (html && html.includes('</head>')) session.visit(answer.location, { action, response: { statusCode: answer.statusCode, redirected: true, responseHTML: html } });
    else visit(answer.location, { action });
  });
});

document.addEventListener('turbo:submit-end', event => release(event.target as HTMLFormElement));
