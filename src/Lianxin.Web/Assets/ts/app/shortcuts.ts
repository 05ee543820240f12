/** Letters belong to whoever is writing; keys count only outside of fields and without Ctrl, Alt or Meta. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  return event.isComposing || event.ctrlKey || event.altKey || event.metaKey
    || at instanceof HTMLElement && (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])'));
}

const wide: Record<string, string> = { '【': '[', '】': ']', '？': '?', '／': '/' };

/** What can be pressed by a key now, also what is folded away. */
function keyed(within: ParentNode): HTMLElement[] {
  return Array.from(within.querySelectorAll<HTMLElement>('[data-shortcut]'))
    .filter(one => (one.getClientRects().length > 0 || one.closest('details:not([open])')) && !one.matches(':disabled, [aria-disabled=true]'));
}

function press(key: string): boolean {
  const at = document.activeElement?.closest('[data-row]') || document.querySelector('[data-row][aria-current]');
  const within = document.querySelector('dialog[open]') || document;
  // In a list the key of the row one stands in counts.
  const target = keyed(within).find(one => one.dataset.shortcut!.toUpperCase() === key.toUpperCase() && (!one.closest('[data-row]') || one.closest('[data-row]') === at));
  if (!target) return false;
  if (target.matches('input:not([type=checkbox], [type=radio], [type=submit]), textarea, select')) target.focus();
  else target.click();
  return true;
}

/** The keys of what is offered on this page, under the names of their buttons. */
function list(place: Element): void {
  const known = new Map<string, string>();
  const others = Array.from(document.querySelectorAll<HTMLElement>('[data-key]')).filter(one => one.getClientRects().length > 0);
  for (const one of keyed(document).concat(others)) {
    const key = one.dataset.shortcut || one.dataset.key!;
    const name = one.dataset.name || Array.from(one.childNodes).filter(node => !(node instanceof Element && node.matches('kbd'))).map(node => node.textContent).join('').trim();
    if (!known.has(key)) known.set(key, name);
  }

  place.replaceChildren(...Array.from(known).reduce<HTMLElement[]>((all, [key, name]) => all.concat(
    Object.assign(document.createElement('kbd'), { textContent: key }), Object.assign(document.createElement('span'), { textContent: name })), []));
}

function open(id: string): boolean {
  const dialog = document.querySelector<HTMLDialogElement>(`dialog#${id}`);
  if (!dialog || !dialog.showModal || dialog.open) return false;
  const here = dialog.querySelector('[data-keys-here]');
  if (here) list(here);
  dialog.showModal();
  return true;
}

function search(): boolean {
  const box = document.querySelector<HTMLInputElement>('[data-search-box]');
  box?.focus();
  box?.select?.();
  return !!box;
}

document.addEventListener('keydown', event => {
  const key = wide[event.key] || event.key;
  if (key === 'Escape') {
    const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
    if (dialog) dialog.close();
    else if (event.target instanceof HTMLElement && event.target.matches('[data-search-box]')) event.target.blur();
    else if (!event.defaultPrevented && !typing(event)) document.querySelector<HTMLElement>('[data-close]')?.click();
    return;
  }

  if (event.defaultPrevented || event.repeat || typing(event)) return;
  const done = key === '?' ? open('shortcuts') : key === '/' && !document.querySelector('dialog[open]') ? search() : !event.shiftKey && key.length === 1 && press(key);
  if (done) event.preventDefault();
});

// Dialogs on the page are opened and closed by buttons that name them.
document.addEventListener('click', event => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-dialog-open], [data-dialog-close]');
  if (!button) return;
  if (button.dataset.dialogOpen) open(button.dataset.dialogOpen);
  else button.closest('dialog')?.close();
});
