let waiting = 0;
let asked = '';

// Whether somebody has reported it already, while the rest is still being typed.
async function look(form: HTMLFormElement): Promise<void> {
  const all = new FormData(form);
  const body = new FormData();
  for (const name of ['words', 'placeWords', 'unit', '__RequestVerificationToken']) {
    const value = all.get(name);
    if (typeof value === 'string') body.set(name, value);
  }

  const now = `${body.get('words')}|${body.get('placeWords')}|${body.get('unit')}`;
  if (now === asked || String(body.get('words') || '').length < 4) return;
  asked = now;
  const answer = await fetch('/desk/near', { method: 'POST', body });
  if (!answer.ok || asked !== now) return;
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#near');
  if (found) document.querySelector('#near')?.replaceWith(found);
}

for (const type of ['input', 'change']) {
  document.addEventListener(type, event => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (!form || !form.querySelector('[data-near]') || !document.querySelector('#near')) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void look(form), 500);
  });
}
