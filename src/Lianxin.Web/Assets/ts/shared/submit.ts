type Submitter = HTMLButtonElement | HTMLInputElement | null | undefined;

const busy = new Map<HTMLFormElement, HTMLButtonElement[]>();
const waiting = new WeakMap<HTMLFormElement, { work: Promise<unknown>; hurry?: () => void }>();

/** Sends a form as if its button had been pressed; older browsers know no <c>requestSubmit</c>. */
export function submit(form: HTMLFormElement, submitter?: Submitter): void {
  if (submitter && submitter.isConnected) submitter.click();
  else if (form.requestSubmit) form.requestSubmit();
  else form.submit();
}

/** The form is not sent before this is done; a press in between is remembered, and asks the work to come to an end. */
export function sendAfter(form: HTMLFormElement, work: Promise<unknown>, hurry?: () => void): void {
  const before = waiting.get(form);
  const both = Promise.all([before?.work, work]).catch(() => undefined).then(() => {
    if (waiting.get(form) === now) waiting.delete(form);
  });
  const now = { work: both, hurry: hurry || before?.hurry };
  waiting.set(form, now);
}

function hold(form: HTMLFormElement, event: Event): void {
  const buttons: HTMLButtonElement[] = [];
  busy.set(form, buttons);
  form.setAttribute('data-busy', '');
  // After this event: a disabled button would not be sent along.
  setTimeout(() => {
    for (const button of Array.from(form.elements)) {
      if (!(button instanceof HTMLButtonElement) || button.type !== 'submit' || button.disabled) continue;
      button.disabled = true;
      buttons.push(button);
    }

    // The browser's own answer may be a file to save, and then this page stays.
    setTimeout(() => { if (busy.get(form) === buttons) release(form); }, event.defaultPrevented ? 60_000 : 10_000);
  });
}

export function release(form: HTMLFormElement): void {
  for (const button of busy.get(form) || []) button.disabled = false;
  busy.delete(form);
  form.removeAttribute('data-busy');
}

function refuse(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  const first = waiting.get(form);
  if (busy.has(form)) refuse(event);
  if (!first) return;
  refuse(event);
  if (form.hasAttribute('data-waiting')) return;
  form.setAttribute('data-waiting', '');
  first.hurry?.();
  void first.work.then(() => {
    form.removeAttribute('data-waiting');
    submit(form, (event as SubmitEvent).submitter as Submitter);
  });
}, true);

// Turbo listens here too, but last. Asking again (a search, a filter) does no harm and is not held.
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  if (!event.defaultPrevented && form.method === 'post') hold(form, event);
});
addEventListener('pageshow', () => Array.from(busy.keys()).forEach(release));
