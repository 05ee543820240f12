/** Letters belong to whoever is writing; keys count only outside of fields and without Ctrl, Alt or Meta. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  return event.isComposing || event.ctrlKey || event.altKey || event.metaKey
    || at instanceof HTMLElement && (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])'));
}

function press(key: string): boolean {
  const within = document.querySelector('dialog[open]') || document;
  const target = Array.from(within.querySelectorAll<HTMLElement>('[data-shortcut]'))
    .find(one => one.dataset.shortcut!.toUpperCase() === key.toUpperCase() && one.getClientRects().length > 0 && !one.matches(':disabled, [aria-disabled=true]'));
  if (!target) return false;
  if (target.matches('input:not([type=checkbox], [type=radio], [type=submit]), textarea, select')) target.focus();
  else target.click();
  return true;
}

function open(id: string): boolean {
  const dialog = document.querySelector<HTMLDialogElement>(`dialog#${id}`);
  if (!dialog || !dialog.showModal || dialog.open) return false;
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
  const { key } = event;
  if (key === 'Escape') {
    const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
    if (dialog) dialog.close();
    else if (event.target instanceof HTMLElement && event.target.matches('[data-search-box]')) event.target.blur();
    return;
  }

  if (event.defaultPrevented || event.repeat || typing(event)) return;
  const done = key === '?' || key === '？' ? open('shortcuts') : key === '/' && !document.querySelector('dialog[open]') ? search() : !event.shiftKey && key.length === 1 && press(key);
  if (done) event.preventDefault();
});

// Dialogs on the page are opened and closed by buttons that name them.
document.addEventListener('click', event => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-dialog-open], [data-dialog-close]');
  if (!button) return;
  if (button.dataset.dialogOpen) open(button.dataset.dialogOpen);
  else button.closest('dialog')?.close();
});
