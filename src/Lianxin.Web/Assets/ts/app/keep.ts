import type { FetchResponse } from '@hotwired/turbo';
import { keepFiles } from '../shared/keep-files';

let refused = false;

document.addEventListener('turbo:before-fetch-response', event => {
  const { fetchResponse } = (event as CustomEvent<{ fetchResponse: FetchResponse }>).detail;
  refused = event.target instanceof HTMLFormElement && !fetchResponse.succeeded;
});
document.addEventListener('turbo:before-render', event => {
  if (refused) keepFiles(document.body, (event as CustomEvent<{ newBody: HTMLElement }>).detail.newBody);
});
document.addEventListener('turbo:before-frame-render', event => {
  if (refused) keepFiles(event.target as HTMLElement, (event as CustomEvent<{ newFrame: HTMLElement }>).detail.newFrame);
});
