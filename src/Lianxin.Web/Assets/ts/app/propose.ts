import { on } from '../shared/whenever';
import { fresh } from './fresh';

let turn = 0;

// What follows from an answer is proposed anew when it changes: after the first all of it, after a later one what is only said.
on<HTMLSelectElement | HTMLInputElement>('change', 'form[data-proposes] select, form[data-proposes] input', field => {
  const form = field.form;
  const asks = (form?.dataset.proposes || '').split(' ');
  if (!form || !asks.includes(field.name) || !field.value) return;
  const first = field.name === asks[0];
  const address = new URL(form.action);
  const data = new FormData(form);
  for (const name of first ? asks.slice(0, 1) : asks) address.searchParams.set(name, String(data.get(name) || ''));
  const parts = Array.from(form.querySelectorAll<HTMLElement>('[data-proposed]'))
    .filter(part => first || part.querySelector('.said')).map(part => `[data-proposed="${part.dataset.proposed}"]`);
  const mine = ++turn;
  // Who is already answering the next question is not interrupted.
  void fresh(address.href, parts, () => mine === turn, part => part.contains(document.activeElement));
});
