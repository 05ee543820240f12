import { whenever } from '../shared/whenever';

function fresh(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => (256 + byte).toString(16).slice(1)).join('');
}

// The same report pressed twice, or sent again after a broken line, is known by this id and taken once.
whenever<HTMLFormElement>('form', form => {
  if (form.method !== 'post') return;
  let id = form.querySelector<HTMLInputElement>('input[name=cid]');
  if (!id) form.append(id = Object.assign(document.createElement('input'), { type: 'hidden', name: 'cid' }));
  if (!id.value) id.value = fresh();
});

// Coming back to a page and writing something else is another report.
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  document.addEventListener('input', change => {
    const id = change.target instanceof Element && change.target.closest('form')?.querySelector<HTMLInputElement>('input[name=cid]');
    if (id) id.value = fresh();
  }, { once: true });
});
