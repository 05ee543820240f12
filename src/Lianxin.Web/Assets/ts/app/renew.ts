import { quiet } from '../shared/quiet';

let asking = false;
let again = false;

/** Without what is new in every answer: tokens and ids of forms. */
function plain(element: Element): string {
  return element.outerHTML.replace(/name="(__RequestVerificationToken|cid)" value="[^"]*"/g, '');
}

/** Takes over rows that are new, gone or different; every other stays the element it is, with its tick and its focus. */
function rows(now: Element, then: Element): void {
  const mine = new Map(Array.from(now.querySelectorAll<HTMLElement>(':scope > [data-row]'), row => [row.dataset.row, row]));
  const others = Array.from(now.querySelectorAll(':scope > :not([data-row])'));
  const wanted = Array.from(then.children, child => {
    const key = (child as HTMLElement).dataset.row;
    const old = key ? mine.get(key) : others.find(other => plain(other) === plain(child));
    return old && plain(old) === plain(child) ? old : document.importNode(child, true);
  });
  for (const row of wanted) {
    const key = row instanceof HTMLElement ? row.dataset.row : undefined;
    const old = key ? mine.get(key) : undefined;
    const [tick, was] = [row.querySelector<HTMLInputElement>('[data-pick]'), old && old.querySelector<HTMLInputElement>('[data-pick]')];
    if (tick && was && old !== row) tick.checked = was.checked;
  }

  const held = document.activeElement?.closest<HTMLElement>('[data-row]');
  const [at, inside] = [held && now.contains(held) ? held.dataset.row : '', now.contains(document.activeElement)];
  for (const child of Array.from(now.children)) if (!wanted.includes(child)) child.remove();
  wanted.forEach((row, i) => { if (now.children[i] !== row) now.insertBefore(row, now.children[i] || null); });
  for (const name of Array.from(then.attributes)) now.setAttribute(name.name, name.value);
  if (!inside || now.contains(document.activeElement)) return;
  const next = (at && now.querySelector(`[data-row="${at}"]`)) || now.querySelector('[data-row]');
  next?.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
}

/** The open case as it stands now; where somebody writes, or has something unfolded, it is only said that it changed. */
function open(now: HTMLElement, then: HTMLElement): void {
  if (now.dataset.form !== undefined || now.querySelector('details[open]')) {
    now.querySelectorAll<HTMLElement>('[data-changed]').forEach(note => { note.hidden = false; });
    return;
  }

  // What was just said stays until one goes on.
  const said = now.querySelector(':scope > .flash');
  if (said && !then.querySelector(':scope > .flash')) then.prepend(said.cloneNode(true));
  if (plain(now) === plain(then)) return;
  const held = now.contains(document.activeElement) ? document.activeElement as HTMLElement : null;
  const key = held?.dataset.shortcut;
  then.querySelectorAll('[autofocus]').forEach(part => part.removeAttribute('autofocus'));
  now.replaceChildren(...Array.from(document.importNode(then, true).childNodes));
  if (held) (now.querySelector<HTMLElement>(key ? `[data-shortcut="${key}"]` : 'h2[tabindex]') || now.querySelector<HTMLElement>('h2[tabindex]'))?.focus({ preventScroll: true });
}

/** Reads this page again and takes over what changed in the queue and, when it is one of these, the open case. */
export async function renew(numbers?: string[]): Promise<void> {
  if (!document.querySelector('#queue-rows')) return;
  if (asking) {
    again = true;
    return;
  }

  asking = true;
  const address = location.href;
  const answer = await quiet(address);
  const text = answer?.ok && !answer.redirected ? await answer.text().catch(() => '') : '';
  // Only if one is still where one was.
  if (text && address === location.href) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const part = <T extends HTMLElement>(name: string): [T | null, T | null] => [document.querySelector<T>(name), page.querySelector<T>(name)];
    const [list, newer] = part('#queue-rows');
    if (list && newer) rows(list, newer);
    const [tabs, counted] = part('#queue-tabs');
    if (tabs && counted && !tabs.contains(document.activeElement) && plain(tabs) !== plain(counted)) tabs.replaceWith(document.importNode(counted, true));
    // The address may already be that of the next page, and this one still the last.
    const [file, fresh] = part('.case[data-case]');
    if (file && fresh && file.dataset.case === fresh.dataset.case && file.dataset.form === fresh.dataset.form && (!numbers || numbers.includes(file.dataset.case!))) open(file, fresh);
  }

  asking = false;
  if (!again) return;
  again = false;
  void renew();
}
