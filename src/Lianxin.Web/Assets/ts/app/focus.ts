import { submit } from '../shared/submit';
import { on, whenever } from '../shared/whenever';

// A refused form is read from its summary on.
whenever<HTMLElement>('.summary[tabindex]', summary => { setTimeout(() => summary.focus()); });

// Ctrl+Enter sends what one is writing, wherever in it one is.
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const form = event.target instanceof Element && event.target.closest<HTMLFormElement>('form[method=post]');
  const button = form && form.querySelector<HTMLButtonElement>('[data-submit]');
  if (!form || !button) return;
  event.preventDefault();
  submit(form, button);
});

// Words that are only an example are replaced by typing.
on<HTMLTextAreaElement>('focusin', '[data-select]', field => field.select());

// What was refused is no longer so once it is answered anew.
for (const type of ['input', 'change']) on('' + type, '.field.bad', field => {
  field.classList.remove('bad');
  field.querySelectorAll('.error').forEach(error => error.remove());
  const form = field.closest('form');
  if (form && !form.querySelector('.field.bad')) form.parentElement?.querySelectorAll(':scope > .summary').forEach(summary => summary.remove());
  field.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
});
